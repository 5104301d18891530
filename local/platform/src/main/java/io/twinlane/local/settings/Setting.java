package io.twinlane.local.settings;

import java.util.Locale;
import java.util.function.Function;

/**
 * One thing that can be set, and what changes when it is.
 *
 * @param key the name as a person writes it: {@code kafka.port}
 * @param standard the value that holds when nobody sets it, as a person would write it; empty: unset
 * @param meaning what changes when the knob is turned, for docs/configuration.md
 * @param parser turns the text into the value, or throws an {@link IllegalArgumentException} that says what is allowed
 */
public record Setting<T>(String key, String standard, String meaning, Function<String, T> parser) {
  /** Begins the environment variables that set things. */
  public static final String VARIABLE_PREFIX = "TWINLANE_";

  /** The environment variable that sets it: {@code TWINLANE_KAFKA_PORT}. */
  public String variable() {
    return VARIABLE_PREFIX + key.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
  }

  /** Whether its text must never be repeated: a mistaken value may hold a password in the clear. */
  boolean secret() {
    return key.endsWith("password");
  }
}
