package io.twinlane.lake;

import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.configuration.ReadableConfig;

/** The settings that say where the lake is. */
public final class LakeOptions {
  public static final ConfigOption<String> ROOT = ConfigOptions.key("lake.root").stringType().noDefaultValue()
      .withDescription("URI of the lake: raw files lie below it, and origins of landed files are relative to it.");

  public static final ConfigOption<String> WAREHOUSE = ConfigOptions.key("lake.warehouse").stringType().noDefaultValue()
      .withDescription("URI below which Iceberg keeps its tables; <lake.root>/warehouse when it is not set.");

  public static final ConfigOption<String> CATALOG_URI = ConfigOptions.key("lake.catalog-uri").stringType().noDefaultValue()
      .withDescription("JDBC address of the Iceberg catalog: jdbc:sqlite:<file> on one machine, jdbc:postgresql://... in production.");

  public static final ConfigOption<Map<String, String>> PROPERTIES = ConfigOptions.key("lake.properties").mapType().defaultValue(Map.of())
      .withDescription("Further properties of the Iceberg catalog, such as io-impl, jdbc.user and jdbc.password; a value may be "
          + "${env:NAME} or ${file:PATH}, read where the job runs.");

  public static final List<ConfigOption<?>> ALL = List.of(ROOT, WAREHOUSE, CATALOG_URI, PROPERTIES);

  private LakeOptions() {}

  /** The lake that a configuration names. */
  public static LakeConfig lake(ReadableConfig config) {
    String root = needed(config, ROOT, "the URI of the folder that raw files lie below");
    String catalogUri = needed(config, CATALOG_URI, "the JDBC address of the Iceberg catalog");
    return new LakeConfig(root, config.getOptional(WAREHOUSE).orElse(null), catalogUri, config.get(PROPERTIES));
  }

  private static String needed(ReadableConfig config, ConfigOption<String> option, String meaning) {
    return config.getOptional(option).orElseThrow(() -> new IllegalArgumentException(
        "Cannot find the lake: " + option.key() + " is not set; it is " + meaning));
  }
}
