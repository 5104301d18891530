package io.twinlane.local.settings;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A password that is only ever named: settings hold {@code ${env:NAME}}, and the environment variable NAME holds the password. */
public final class Secret {
  /** No password at all. */
  public static final Secret NONE = new Secret("");

  private static final Pattern REFERENCE = Pattern.compile("\\$\\{env:([A-Za-z_][A-Za-z0-9_]*)}");

  private final String variable;

  private Secret(String variable) {
    this.variable = variable;
  }

  /** Reads a reference; a password in the clear is refused without repeating it. */
  static Secret reference(String text) {
    if (text.isEmpty()) {
      return NONE;
    }
    Matcher matcher = REFERENCE.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("a password is only taken by reference: ${env:NAME},"
          + " with the password in the environment variable NAME");
    }
    return new Secret(matcher.group(1));
  }

  /** The password, empty for none. Never print it. */
  public String reveal() {
    return reveal(System.getenv());
  }

  String reveal(Map<String, String> environment) {
    if (variable.isEmpty()) {
      return "";
    }
    String password = environment.get(variable);
    if (password == null) {
      throw new SettingProblems("Cannot find a password: the environment variable " + variable + " is not set.");
    }
    return password;
  }

  /** The reference, never the password. */
  @Override
  public String toString() {
    return variable.isEmpty() ? "" : "${env:" + variable + "}";
  }
}
