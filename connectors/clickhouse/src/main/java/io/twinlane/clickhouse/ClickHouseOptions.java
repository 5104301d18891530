package io.twinlane.clickhouse;

import java.time.Duration;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;

/** The settings of everything that talks to ClickHouse. */
public final class ClickHouseOptions {
  /** What the keys of this connector begin with. */
  public static final String PREFIX = "clickhouse.";

  public static final ConfigOption<String> URL = ConfigOptions.key(PREFIX + "url").stringType().defaultValue("http://127.0.0.1:8123")
      .withDescription("Address of ClickHouse's HTTP interface. Another server than the local one is used when this names it.");
  public static final ConfigOption<String> USER = ConfigOptions.key(PREFIX + "user").stringType().defaultValue("default")
      .withDescription("User that inserts; needs INSERT on the platform's database, and CREATE to set it up.");
  public static final ConfigOption<String> PASSWORD = ConfigOptions.key(PREFIX + "password").stringType().defaultValue("")
      .withDescription("Where the user's password is: ${env:NAME} or ${file:PATH}. Read where the job runs, and never printed.");
  public static final ConfigOption<Integer> BATCH_ROWS = ConfigOptions.key(PREFIX + "batch-rows").intType().defaultValue(20_000)
      .withDescription("Most rows of one insert. More makes fewer and larger parts, and more to send again after a failure.");
  public static final ConfigOption<Duration> BATCH_WAIT = ConfigOptions.key(PREFIX + "batch-wait").durationType()
      .defaultValue(Duration.ofMillis(150))
      .withDescription("Longest time that a row waits for others before it is inserted. Less makes rows visible sooner, in smaller parts.");

  public static final List<ConfigOption<?>> ALL = List.of(URL, USER, PASSWORD, BATCH_ROWS, BATCH_WAIT);

  private ClickHouseOptions() {}
}
