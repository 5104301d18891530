package io.twinlane.local.settings;

/** The text of docs/configuration.md: every setting with its meaning, so that the page cannot differ from the code. */
public final class ConfigurationPage {
  /** The page, relative to the repository. */
  public static final String PATH = "docs/configuration.md";

  private static final String HEAD = """
      <!-- written by ./twinlane render from io.twinlane.local.settings.Settings; do not edit -->
      # Configuration of the platform on one machine

      A setting is given as `--set key=value` to `demo`, `up`, `status`, `down` and `replay` (repeatable), or as an environment variable;
      `--set` goes first. Unknown keys, unknown `TWINLANE_` variables and wrong values are all told at once, and nothing starts then.
      The demo keeps its state in `target/demo/state` unless told otherwise. Servers listen on 127.0.0.1 only.

      | key | variable | unless set | meaning |
      |---|---|---|---|
      """;

  private static final String TAIL = """

      Other variables:

      | variable | meaning |
      |---|---|
      | `TWINLANE_CACHE` | Folder that the ClickHouse engine is fetched into, once a machine; unless set `~/.cache/twinlane`. |
      | `TWINLANE_CHDB_LIB` | A `libchdb.so` of your own, instead of fetching one. |
      | `TWINLANE_JAVA_OPTS` | More options for the JVM that the launcher starts, such as `-Xmx2g`. |
      | `JAVA_HOME` | The JDK to use (17 or newer); unless set the `java` on the PATH. |
      | `NO_COLOR` | Anything: no colours. |
      """;

  private ConfigurationPage() {
  }

  public static String text() {
    StringBuilder page = new StringBuilder(HEAD);
    Settings.ALL.forEach(setting -> page.append("| `").append(setting.key()).append("` | `").append(setting.variable()).append("` | ")
        .append(setting.standard().isEmpty() ? "" : "`" + setting.standard() + "`").append(" | ").append(setting.meaning()).append(" |\n"));
    return page.append(TAIL).toString();
  }
}
