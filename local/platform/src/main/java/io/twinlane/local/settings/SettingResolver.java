package io.twinlane.local.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Resolves settings: standard values, then environment variables, then {@code key=value} texts. Tells all problems at once. */
public final class SettingResolver {
  /** Variables with our prefix that set no platform setting: where the ClickHouse engine lies, and options for the launcher's JVM. */
  static final Set<String> OTHER_VARIABLES = Set.of("TWINLANE_CACHE", "TWINLANE_CHDB_LIB", "TWINLANE_JAVA_OPTS");

  private final Path root;
  private final Map<Setting<?>, Object> values = new HashMap<>();
  private final Map<String, Setting<?>> known = new LinkedHashMap<>();
  private final List<String> problems = new ArrayList<>();

  private SettingResolver(Path root) {
    this.root = root.toAbsolutePath().normalize();
  }

  /**
   * Resolves or throws {@link SettingProblems}.
   *
   * @param root the repository
   * @param standards standard values that differ in this use, by key: the demo's state folder
   * @param assignments {@code key=value} texts, the last one of a key counts
   */
  public static PlatformConfig resolve(Path root, Map<String, String> standards, Map<String, String> environment,
      List<String> assignments) {
    SettingResolver resolver = new SettingResolver(root);
    Settings.ALL.forEach(setting -> resolver.standard(setting, standards));
    environment.keySet().stream().filter(name -> name.startsWith(Setting.VARIABLE_PREFIX)).sorted()
        .forEach(name -> resolver.fromVariable(name, environment.get(name)));
    assignments.forEach(resolver::fromAssignment);
    if (!resolver.problems.isEmpty()) {
      throw new SettingProblems(resolver.problems);
    }
    return new PlatformConfig(resolver.root, resolver.values);
  }

  private void standard(Setting<?> setting, Map<String, String> standards) {
    known.put(setting.key(), setting);
    put(setting, standards.getOrDefault(setting.key(), setting.standard()), "");
  }

  private void fromVariable(String name, String text) {
    Setting<?> setting = Settings.ALL.stream().filter(one -> one.variable().equals(name)).findFirst().orElse(null);
    if (setting != null) {
      put(setting, text, " (from " + name + ")");
    } else if (!OTHER_VARIABLES.contains(name)) {
      problems.add("Cannot use the environment variable " + name + ": it sets nothing. Known: "
          + Settings.ALL.stream().map(Setting::variable).collect(Collectors.joining(", ")) + ".");
    }
  }

  private void fromAssignment(String assignment) {
    int equals = assignment.indexOf('=');
    String key = equals < 0 ? assignment : assignment.substring(0, equals).strip();
    if (!known.containsKey(key)) {
      problems.add("Cannot set " + key + ": there is no such key. Known: " + String.join(", ", known.keySet()) + ".");
    } else if (equals < 0) {
      problems.add("Cannot set " + key + ": write it as " + key + "=value.");
    } else {
      put(known.get(key), assignment.substring(equals + 1).strip(), "");
    }
  }

  private void put(Setting<?> setting, String text, String from) {
    try {
      values.put(setting, setting.parser().apply(text));
    } catch (IllegalArgumentException e) {
      String value = setting.secret() ? "" : " to '" + text + "'";
      problems.add("Cannot set " + setting.key() + value + from + ": " + e.getMessage() + ".");
    }
  }
}
