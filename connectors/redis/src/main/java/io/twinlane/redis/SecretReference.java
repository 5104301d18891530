package io.twinlane.redis;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.flink.table.api.ValidationException;

/** Where a secret is kept: an environment variable or a mounted file. Holds no secret, so it may be printed. */
record SecretReference(String kind, String place) implements Serializable {
  private static final Pattern FORM = Pattern.compile("\\$\\{(env|file):([^}]+)}");

  /** The message never repeats the text: it may be a password. */
  static SecretReference parse(String option, String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new ValidationException("Cannot use option '" + option
          + "': secrets are given by reference only, ${env:NAME} or ${file:/path}");
    }
    return new SecretReference(matcher.group(1), matcher.group(2));
  }

  /** The secret, as it is now. */
  String resolve() {
    if (kind.equals("file")) {
      try {
        return Files.readString(Path.of(place)).strip();
      } catch (IOException e) {
        throw new IllegalStateException("Cannot read the secret in file " + place + ": " + e.getMessage(), e);
      }
    }
    String value = System.getenv(place);
    if (value == null) {
      throw new IllegalStateException("Cannot read the secret in environment variable " + place + ": it is not set");
    }
    return value;
  }
}
