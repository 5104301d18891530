package io.twinlane.lake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a value that stands elsewhere: {@code ${env:NAME}} or {@code ${file:/path}}. Any other text is the value itself. */
final class SecretReference {
  private static final Pattern REFERENCE = Pattern.compile("\\$\\{(env|file):([^}]+)}");

  private SecretReference() {}

  static String read(String key, String value) {
    Matcher reference = REFERENCE.matcher(value);
    if (!reference.matches()) {
      return value;
    }
    return reference.group(1).equals("env") ? fromEnvironment(key, reference.group(2)) : fromFile(key, reference.group(2));
  }

  private static String fromEnvironment(String key, String name) {
    String value = System.getenv(name);
    if (value == null) {
      throw new IllegalArgumentException("Cannot read " + key + ": the environment has no variable " + name);
    }
    return value;
  }

  private static String fromFile(String key, String file) {
    try {
      return Files.readString(Path.of(file)).strip();
    } catch (IOException e) {
      throw new IllegalArgumentException("Cannot read " + key + " from file " + file + ": " + e, e);
    }
  }
}
