package io.twinlane.local.settings;

import io.twinlane.config.ConfigResolver;
import io.twinlane.config.Options;
import io.twinlane.kafka.table.CategoryTableOptions;
import io.twinlane.redis.RedisTableOptions;
import java.util.Collection;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.description.TextElement;

/** The text of docs/configuration.md: every option with its meaning, so that the page cannot differ from the code. */
public final class ConfigurationPage {
  /** The page, relative to the repository. */
  public static final String PATH = "docs/configuration.md";

  private static final String HEAD = """
      <!-- written by ./twinlane render from the XxxOptions of every module; do not edit -->
      # Configuration

      An option is given as `--set key=value` to `demo`, `up`, `status`, `down`, `replay`, `run` and `land` (repeatable), or as an environment
      variable; `--set` goes first. Unknown keys, unknown `TWINLANE_` variables and wrong values are all told at once, and nothing starts then.
      The demo keeps its state in `target/demo/state` unless told otherwise. Servers listen on 127.0.0.1 only.

      A secret is never given itself, but by reference: `${env:NAME}` or `${file:PATH}`. It is read where it is used, so that no job, no page of
      Flink's dashboard and no file of the platform holds it. A text that seems to have a password in it is refused and not repeated.
      """;

  private static final String TABLES = """

      ## Options of tables
      What the statements of tables may say, for computations. `render` and the jobs write them; nobody else does.
      """;

  private static final String TAIL = """

      ## Other variables

      | variable | meaning |
      |---|---|
      | `TWINLANE_CACHE` | Folder that the ClickHouse engine is fetched into, once a machine; unless set `~/.cache/twinlane`. |
      | `TWINLANE_CHDB_LIB` | A `libchdb.so` of your own, instead of fetching one. |
      | `TWINLANE_JAVA_OPTS` | More options for the JVM that the launcher starts, such as `-Xmx2g`. |
      | `JAVA_HOME` | The JDK to use (17 or newer); unless set the `java` on the PATH. |
      | `NO_COLOR` | Anything: no colours. |
      """;

  private final StringBuilder page = new StringBuilder(HEAD);

  private ConfigurationPage() {}

  public static String text() {
    ConfigurationPage made = new ConfigurationPage();
    PlatformConfig.OPTIONS.forEach(made::options);
    made.page.append(TABLES);
    made.table("twinlane-category", CategoryTableOptions.ALL);
    made.table("twinlane-redis", RedisTableOptions.ALL);
    return made.page.append(TAIL).toString();
  }

  private void options(Options options) {
    page.append("\n## ").append(options.title()).append("\n\n| key | variable | unless set | meaning |\n|---|---|---|---|\n");
    options.all().forEach(option -> page.append("| `").append(option.key()).append("` | `").append(ConfigResolver.variable(option))
        .append("` | ").append(standard(option)).append(" | ").append(meaning(option)).append(" |\n"));
  }

  private void table(String connector, Collection<ConfigOption<?>> options) {
    page.append("\n`'connector' = '").append(connector).append("'`:\n\n| option | unless set | meaning |\n|---|---|---|\n");
    options.forEach(option -> page.append("| `").append(option.key()).append("` | ").append(standard(option)).append(" | ")
        .append(meaning(option)).append(" |\n"));
  }

  private static String standard(ConfigOption<?> option) {
    String standard = Options.standard(option);
    return standard.isEmpty() ? "" : "`" + standard + "`";
  }

  private static String meaning(ConfigOption<?> option) {
    StringBuilder meaning = new StringBuilder();
    option.description().getBlocks().forEach(block -> meaning.append(((TextElement) block).getFormat()));
    return meaning.toString();
  }
}
