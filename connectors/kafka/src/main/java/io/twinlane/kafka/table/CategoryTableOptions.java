package io.twinlane.kafka.table;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;

/** What the statement of a category table may say. {@code ./twinlane render} writes all but the last two and earlier schemas, which jobs add. */
public final class CategoryTableOptions {
  public static final String PROPERTIES_PREFIX = "properties.";

  public static final ConfigOption<String> BOOTSTRAP_SERVERS = ConfigOptions.key("properties.bootstrap.servers").stringType()
      .noDefaultValue().withDescription("Addresses of the Kafka that holds the category's topic");
  public static final ConfigOption<String> CATEGORY = ConfigOptions.key("category").stringType()
      .noDefaultValue().withDescription("Name of the category, which gives the topic");
  public static final ConfigOption<String> IDENTIFIER = ConfigOptions.key("identifier").stringType()
      .noDefaultValue().withDescription("Column that rows are keyed by");
  public static final ConfigOption<String> TIMESTAMP = ConfigOptions.key("timestamp").stringType()
      .noDefaultValue().withDescription("Column with the category's designated timestamp");
  public static final ConfigOption<List<String>> STATES = ConfigOptions.key("states").stringType().asList()
      .noDefaultValue().withDescription("The catalog's field states in the order of their codes, by semicolons");
  public static final ConfigOption<String> EARLIER_SCHEMAS = ConfigOptions.key("earlier-schemas").stringType()
      .defaultValue("[]").withDescription("Wire schemas that older rows of the topic were written with, as a list of Avro schemas in JSON");
  public static final ConfigOption<Map<String, String>> UNITS = ConfigOptions.key("units").mapType()
      .defaultValue(Map.of()).withDescription("Unit of each field that has one, or varies: last_price:varies,event_time:1_us");
  public static final ConfigOption<Duration> REMEMBERED = ConfigOptions.key("repeats.remembered").durationType()
      .defaultValue(Duration.ofHours(73)).withDescription("How long rows are remembered to drop repeats; longer means more state");
  public static final ConfigOption<Duration> IDLE_TIMEOUT = ConfigOptions.key("scan.idle-timeout").durationType()
      .defaultValue(Duration.ofSeconds(5)).withDescription("After how long without rows a partition no longer holds windows back");
  public static final ConfigOption<Boolean> BOUNDED = ConfigOptions.key("scan.bounded").booleanType()
      .defaultValue(false).withDescription("true: the query ends with what the topic holds when it starts");

  /** All of them, in the order of their page. */
  public static final List<ConfigOption<?>> ALL = List.of(BOOTSTRAP_SERVERS, CATEGORY, IDENTIFIER, TIMESTAMP, STATES, UNITS, EARLIER_SCHEMAS,
      REMEMBERED, IDLE_TIMEOUT, BOUNDED);

  private CategoryTableOptions() {}
}
