package io.twinlane.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.util.TimeUtils;

/** The options of one concern in the order of their page, each with the rule of its values. */
public final class Options {
  private final String title;
  private final Map<String, Ruled<?>> byKey = new LinkedHashMap<>();

  /** An option and what its values may be. */
  private record Ruled<T>(ConfigOption<T> option, ValueRule<T> rule) {
    /** What is wrong with the value in a configuration; nothing when there is none. */
    Optional<String> problem(ReadableConfig config) {
      try {
        Optional<T> value = config.getOptional(option);
        return value.isEmpty() || rule.holds().test(value.get()) ? Optional.empty() : Optional.of("it must be " + rule.allowed());
      } catch (IllegalArgumentException e) {
        return Optional.of("it must be " + rule.allowed());
      }
    }
  }

  private Options(String title) {
    this.title = title;
  }

  /** Options of which each is added once, when their class is loaded. */
  public static Options of(String title) {
    return new Options(title);
  }

  public <T> Options with(ConfigOption<T> option, ValueRule<T> rule) {
    byKey.put(option.key(), new Ruled<>(option, rule));
    return this;
  }

  /** What they are about. */
  public String title() {
    return title;
  }

  public Collection<ConfigOption<?>> all() {
    return byKey.values().stream().<ConfigOption<?>>map(Ruled::option).toList();
  }

  /** Everything that is wrong with the values that a configuration has for these options, a sentence each. */
  public List<String> problems(ReadableConfig config) {
    List<String> problems = new ArrayList<>();
    byKey.forEach((key, ruled) -> ruled.problem(config).ifPresent(
        problem -> problems.add("Cannot set " + key + shown(config, ruled) + ": " + problem + ".")));
    return problems;
  }

  /** Throws one {@link ConfigProblems} with all that is wrong. */
  public void require(ReadableConfig config) {
    List<String> problems = problems(config);
    if (!problems.isEmpty()) {
      throw new ConfigProblems(problems);
    }
  }

  /** What is wrong with one text as the value of an option, without the text; nothing when it is allowed. */
  Optional<String> problem(String key, Configuration alone) {
    return byKey.get(key).problem(alone);
  }

  /** The key of the option that a written key belongs to: itself, or the option of properties that it is one of. */
  Optional<String> owner(String written) {
    return byKey.containsKey(written) ? Optional.of(written)
        : byKey.values().stream().filter(ruled -> ruled.option().defaultValue() instanceof Map)
            .map(ruled -> ruled.option().key()).filter(key -> written.startsWith(key + '.')).findFirst();
  }

  /** The value that holds unless another is set, as a person writes it; empty: none. */
  public static String standard(ConfigOption<?> option) {
    Object value = option.defaultValue();
    if (value == null || value instanceof Map) {
      return "";
    }
    return value instanceof Duration time ? TimeUtils.formatWithHighestUnit(time) : value.toString();
  }

  private static String shown(ReadableConfig config, Ruled<?> ruled) {
    try {
      Optional<?> value = config.getOptional(ruled.option());
      return value.filter(text -> !(text instanceof Map) && mayBeShown(ruled.option().key(), text.toString()))
          .map(text -> " to '" + text + "'").orElse("");
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  static boolean mayBeShown(String key, String text) {
    return !Secrets.named(key) && !Secrets.in(text);
  }
}
