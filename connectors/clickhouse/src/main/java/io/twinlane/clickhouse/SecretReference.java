package io.twinlane.clickhouse;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a secret is, not what it is: {@code ${env:NAME}}, {@code ${file:PATH}} or nothing. Read where and when it is needed. */
record SecretReference(String text) implements Serializable {
  static final String ALLOWED = "${env:NAME} or ${file:PATH}";
  private static final Pattern REFERENCE = Pattern.compile("\\$\\{(env|file):([^}]+)}");

  boolean valid() {
    return text.isEmpty() || REFERENCE.matcher(text).matches();
  }

  /** The secret itself; empty when there is no reference. */
  String read() {
    Matcher reference = REFERENCE.matcher(text);
    if (!reference.matches()) {
      return "";
    }
    return reference.group(1).equals("env") ? readVariable(reference.group(2)) : readFile(Path.of(reference.group(2)));
  }

  private String readVariable(String name) {
    String value = System.getenv(name);
    if (value == null) {
      throw new IllegalArgumentException("Cannot read the secret " + text + ": the environment has no variable " + name);
    }
    return value;
  }

  private String readFile(Path path) {
    try {
      return Files.readString(path).strip();
    } catch (IOException e) {
      throw new IllegalArgumentException("Cannot read the secret " + text + ": the file cannot be read", e);
    }
  }
}
