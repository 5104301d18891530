package io.twinlane.config;

import io.twinlane.catalog.SecretReference;
import java.util.regex.Pattern;

/**
 * Finds passwords in texts that must not hold any: in addresses of whatever kind, in their parameters, in JAAS. Rather takes something
 * else for a password than a password for something else.
 */
public final class Secrets {
  /** How a secret is given, for messages. */
  public static final String ALLOWED = "a secret by reference, as " + SecretReference.ALLOWED;

  private static final Pattern REFERENCE = Pattern.compile("\\$\\{(env|file):[^}]+}");
  private static final String REFERRED = "\0";
  private static final String SQLITE = "jdbc:sqlite:";
  /** What stands before a host: {@code user:password@}, unless all of the password is a reference. */
  private static final Pattern USER_INFO = Pattern.compile(":(?!\0@)[^\\s@]+@");
  private static final Pattern PARAMETER = Pattern.compile(
      "(?i)(password|passwd|pwd|pass|secret|token|sig|signature|(account|access|api|shared|private)[_.-]?key|credentials?)"
          + "\\s*=\\s*[\"']?[^\\s&;,\"'\0]");
  private static final Pattern NAME = Pattern.compile(
      "(?i).*(password|passwd|secret|sas-token|connection-string).*|(.*[._-])?(pwd|token|credentials?|key)");

  private Secrets() {}

  /** Whether a text seems to hold a secret itself; references to secrets are none. */
  public static boolean in(String text) {
    String rest = REFERENCE.matcher(text).replaceAll(REFERRED);
    boolean file = rest.startsWith(SQLITE);
    return !file && USER_INFO.matcher(rest.replace("://", " ")).find() || PARAMETER.matcher(rest).find();
  }

  /** Whether a property of this name is a secret. */
  public static boolean named(String property) {
    return NAME.matcher(property).matches();
  }

  /** Whether a property holds what it should not: a secret that is no reference. */
  public static boolean open(String property, String value) {
    return named(property) && !new SecretReference(value).valid() || in(value);
  }
}
