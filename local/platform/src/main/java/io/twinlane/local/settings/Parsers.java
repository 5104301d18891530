package io.twinlane.local.settings;

import io.twinlane.catalog.SecretReference;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** How the texts of settings are read. Each message says what is allowed. */
final class Parsers {
  private static final Pattern SERVERS = Pattern.compile("[^\\s,:/@]+:\\d{1,5}(,[^\\s,:/@]+:\\d{1,5})*");
  private static final int HIGHEST_PORT = 65535;

  private Parsers() {
  }

  static Integer port(String text) {
    String allowed = "it must be a port: a number from 0 to " + HIGHEST_PORT + ", 0 for any free one";
    try {
      int port = Integer.parseInt(text);
      if (port < 0 || port > HIGHEST_PORT) {
        throw new IllegalArgumentException(allowed);
      }
      return port;
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(allowed);
    }
  }

  static Boolean yesOrNo(String text) {
    if (!text.equals("true") && !text.equals("false")) {
      throw new IllegalArgumentException("it must be true or false");
    }
    return Boolean.valueOf(text);
  }

  static String servers(String text) {
    if (!text.isEmpty() && !SERVERS.matcher(text).matches()) {
      throw new IllegalArgumentException("it must be host:port, or several with commas between them");
    }
    return text;
  }

  static String httpUrl(String text) {
    return url(text, List.of("http", "https"));
  }

  static String redisUrl(String text) {
    return url(text, List.of("redis", "rediss"));
  }

  static Path folder(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException("it must be a folder");
    }
  }

  /** A password in the clear is refused without repeating it. */
  static SecretReference secret(String text) {
    SecretReference reference = new SecretReference(text);
    if (!reference.valid()) {
      throw new IllegalArgumentException("it must say where the password is, " + SecretReference.ALLOWED);
    }
    return reference;
  }

  private static String url(String text, List<String> schemes) {
    if (text.isEmpty()) {
      return text;
    }
    String allowed = "it must be " + schemes.get(0) + "://host:port or " + schemes.get(1) + "://host:port";
    try {
      URI uri = new URI(text);
      if (uri.getHost() == null || !schemes.contains(String.valueOf(uri.getScheme()))) {
        throw new IllegalArgumentException(allowed);
      }
      if (uri.getUserInfo() != null) {
        throw new IllegalArgumentException(allowed + ": user and password have settings of their own");
      }
      return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(allowed);
    }
  }
}
