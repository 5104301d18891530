package io.twinlane.kafka;

import io.twinlane.catalog.SecretReference;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of {@code sasl.jaas.config}: a login module and its options, those that are secrets by reference. */
final class JaasText {
  private static final Pattern OPTION = Pattern.compile("([\\w.]+)\\s*=\\s*(\"(?:[^\"\\\\]|\\\\.)*\"|[^\\s;]+)");
  /** Options of Kafka's and Java's own login modules that say nothing secret; any other one may be a password. */
  private static final Set<String> PLAIN = Set.of("username", "tokenauth", "serviceName", "principal", "keyTab", "useKeyTab", "storeKey",
      "useTicketCache", "ticketCache", "renewTGT", "refreshKrb5Config", "doNotPrompt", "isInitiator", "debug", "clientId", "scope");

  private JaasText() {}

  static boolean holdsSecret(String jaas) {
    Matcher option = OPTION.matcher(jaas);
    while (option.find()) {
      String value = option.group(2).replaceAll("^\"|\"$", "");
      if (!PLAIN.contains(option.group(1)) && !new SecretReference(value).valid()) {
        return true;
      }
    }
    return false;
  }

  /** A login by user and password, of a mechanism that Kafka has a module for. */
  static String login(String mechanism, String user, SecretReference password) {
    String module = mechanism.equals("PLAIN") ? "org.apache.kafka.common.security.plain.PlainLoginModule"
        : "org.apache.kafka.common.security.scram.ScramLoginModule";
    return module + " required username=\"" + user + "\" password=\"" + password.text() + "\";";
  }
}
