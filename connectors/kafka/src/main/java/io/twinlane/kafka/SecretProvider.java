package io.twinlane.kafka;

import io.twinlane.catalog.SecretReference;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.common.config.ConfigData;
import org.apache.kafka.common.config.provider.ConfigProvider;

/**
 * Reads secrets where a client of Kafka starts, so that a job carries no more than where they are: Kafka's clients ask it for whatever
 * stands as {@code ${env:NAME}} or {@code ${file:PATH}} in their properties.
 */
public final class SecretProvider implements ConfigProvider {
  private static final String PROVIDERS = "config.providers";
  private static final String KIND = "kind";
  private static final String QUOTED = "quoted";
  private static final String IN_QUOTES = "jaas-";

  private String kind;
  private boolean quoted;

  /** Has the references in a client's properties read when the client starts; in JAAS they stand within quotes. */
  static void attach(Properties client) {
    if (client.values().stream().noneMatch(value -> value.toString().contains("${"))) {
      return;
    }
    client.computeIfPresent("sasl.jaas.config", (name, jaas) -> jaas.toString().replace("${", "${" + IN_QUOTES));
    client.setProperty(PROVIDERS, "env,file," + IN_QUOTES + "env," + IN_QUOTES + "file");
    for (String source : new String[] {"env", "file"}) {
      provider(client, source, source, false);
      provider(client, IN_QUOTES + source, source, true);
    }
  }

  private static void provider(Properties client, String name, String kind, boolean quoted) {
    String prefix = PROVIDERS + "." + name;
    client.setProperty(prefix + ".class", SecretProvider.class.getName());
    client.setProperty(prefix + ".param." + KIND, kind);
    client.setProperty(prefix + ".param." + QUOTED, String.valueOf(quoted));
  }

  @Override
  public void configure(Map<String, ?> parameters) {
    kind = String.valueOf(parameters.get(KIND));
    quoted = Boolean.parseBoolean(String.valueOf(parameters.get(QUOTED)));
  }

  @Override
  public ConfigData get(String path) {
    throw new IllegalArgumentException("Cannot read every secret of " + path + ": secrets are read one by one");
  }

  /** Kafka takes what stands before a second colon for a path, as in {@code ${file:/run/a:b}}. */
  @Override
  public ConfigData get(String path, Set<String> names) {
    Map<String, String> found = new HashMap<>();
    for (String name : names) {
      String place = path == null || path.isEmpty() ? name : path + ':' + name;
      found.put(name, shown(new SecretReference("${" + kind + ":" + place + "}").read()));
    }
    return new ConfigData(found);
  }

  private String shown(String secret) {
    return quoted ? secret.replace("\\", "\\\\").replace("\"", "\\\"") : secret;
  }

  @Override
  public void close() {
    // nothing is held
  }
}
