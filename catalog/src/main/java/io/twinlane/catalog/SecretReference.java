package io.twinlane.catalog;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a secret is, not what it is. Read where and when it is needed, so that it does not travel and can be rotated.
 *
 * @param text {@code ${env:NAME}}, {@code ${file:PATH}} or nothing. Any other text may be a password: it is never repeated.
 */
public record SecretReference(String text) implements Serializable {
  /** What a reference looks like, for messages. */
  public static final String ALLOWED = "${env:NAME} or ${file:PATH}";
  /** No secret at all. */
  public static final SecretReference NONE = new SecretReference("");

  private static final Pattern REFERENCE = Pattern.compile("\\$\\{(env|file):([^}]+)}");

  /** Whether this says where a secret is, or that there is none. */
  public boolean valid() {
    return text.isEmpty() || REFERENCE.matcher(text).matches();
  }

  /** The secret as it is now; empty when there is none. Never print it. */
  public String read() {
    if (text.isEmpty()) {
      return "";
    }
    Matcher reference = REFERENCE.matcher(text);
    if (!reference.matches()) {
      throw new IllegalArgumentException("Cannot read a secret: it is not given as " + ALLOWED);
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
      throw new IllegalArgumentException("Cannot read the secret " + text + ": " + e, e);
    }
  }

  /** The reference; of any other text only that it is none. */
  @Override
  public String toString() {
    return valid() ? text : "not " + ALLOWED;
  }
}
