package io.twinlane.config;

import io.twinlane.catalog.Nearest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;

/** Resolves options: standard values, then environment variables, then {@code key=value} texts. Tells all problems at once. */
public final class ConfigResolver {
  /** Begins the environment variables that set options. */
  public static final String VARIABLE_PREFIX = "TWINLANE_";

  private final List<Options> groups;
  private final Set<String> otherVariables;
  private final Configuration config = new Configuration();
  private final List<String> problems = new ArrayList<>();

  /** @param otherVariables variables with our prefix that set no option */
  public ConfigResolver(List<Options> groups, Collection<String> otherVariables) {
    this.groups = groups;
    this.otherVariables = new HashSet<>(otherVariables);
  }

  /** The environment variable that sets an option: {@code TWINLANE_KAFKA_PORT}. */
  public static String variable(ConfigOption<?> option) {
    return VARIABLE_PREFIX + option.key().replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
  }

  /**
   * The configuration, or one {@link ConfigProblems}.
   *
   * @param standards standard values that differ in this use, by key
   * @param assignments {@code key=value} texts, the last one of a key counts
   */
  public Configuration resolve(Map<String, String> standards, Map<String, String> environment, List<String> assignments) {
    standards.forEach((key, text) -> put(key, text, ""));
    environment.keySet().stream().filter(name -> name.startsWith(VARIABLE_PREFIX)).sorted()
        .forEach(name -> fromVariable(name, environment.get(name)));
    assignments.forEach(this::fromAssignment);
    if (!problems.isEmpty()) {
      throw new ConfigProblems(problems);
    }
    return config;
  }

  private void fromVariable(String name, String text) {
    Optional<ConfigOption<?>> option = options().stream().filter(one -> variable(one).equals(name)).findFirst();
    if (option.isPresent()) {
      put(option.get().key(), text, " (from " + name + ")");
    } else if (!otherVariables.contains(name)) {
      problems.add("Cannot use the environment variable " + name + ": "
          + Nearest.unknown("variable", name, options().stream().map(ConfigResolver::variable).toList()) + ".");
    }
  }

  private void fromAssignment(String assignment) {
    int equals = assignment.indexOf('=');
    String key = equals < 0 ? assignment : assignment.substring(0, equals).strip();
    if (Secrets.in(key)) {
      problems.add("Cannot set an option whose name holds a password: write key=value, and " + Secrets.ALLOWED + ".");
    } else if (owner(key).isEmpty()) {
      problems.add("Cannot set " + key + ": " + Nearest.unknown("key", key, options().stream().map(ConfigOption::key).toList()) + ".");
    } else if (equals < 0) {
      problems.add("Cannot set " + key + ": write it as " + key + "=value.");
    } else {
      put(key, assignment.substring(equals + 1).strip(), "");
    }
  }

  private void put(String key, String text, String from) {
    Options group = owner(key).orElseThrow();
    Configuration alone = new Configuration();
    alone.setString(key, text);
    Optional<String> problem = group.problem(group.owner(key).orElseThrow(), alone);
    if (problem.isEmpty() && Secrets.in(text)) {
      problem = Optional.of("there is a password in it. Allowed is " + Secrets.ALLOWED);
    }
    if (problem.isPresent()) {
      problems.add("Cannot set " + key + (Options.mayBeShown(key, text) ? " to '" + text + "'" : "") + from + ": " + problem.get() + ".");
    } else {
      config.setString(key, text);
    }
  }

  private Optional<Options> owner(String key) {
    return groups.stream().filter(group -> group.owner(key).isPresent()).findFirst();
  }

  private List<ConfigOption<?>> options() {
    return groups.stream().flatMap(group -> group.all().stream()).toList();
  }
}
