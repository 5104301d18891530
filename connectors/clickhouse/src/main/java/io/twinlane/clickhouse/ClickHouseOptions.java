package io.twinlane.clickhouse;

import io.twinlane.catalog.SecretReference;
import io.twinlane.config.Options;
import io.twinlane.config.Rules;
import java.time.Duration;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.configuration.MemorySize;

/** What can be set about everything that talks to ClickHouse. */
public final class ClickHouseOptions {
  public static final ConfigOption<String> URL = ConfigOptions.key("clickhouse.url").stringType().defaultValue("")
      .withDescription("A ClickHouse of your own, http(s)://host:port: none is started then, and npm is not needed.");
  public static final ConfigOption<String> USER = ConfigOptions.key("clickhouse.user").stringType().defaultValue("default")
      .withDescription("User that writes to ClickHouse; needs INSERT on the platform's database, and CREATE to set it up.");
  public static final ConfigOption<String> PASSWORD = ConfigOptions.key("clickhouse.password").stringType().defaultValue("")
      .withDescription("Where that user's password is, " + SecretReference.ALLOWED + ": never the password itself. Read where the job runs.");
  public static final ConfigOption<Integer> BATCH_ROWS = ConfigOptions.key("clickhouse.batch-rows").intType().defaultValue(20_000)
      .withDescription("Most rows of one insert. More makes fewer and larger parts, and more to send again after a failure.");
  public static final ConfigOption<MemorySize> BATCH_BYTES = ConfigOptions.key("clickhouse.batch-bytes").memoryType()
      .defaultValue(MemorySize.ofMebiBytes(16))
      .withDescription("Most memory that the rows of one insert take. A subtask holds three times as much at most: an insert under way, the next"
          + " one, and messages that are not whole yet (docs/memory.md). Less saves memory, and makes smaller parts of wide rows.");
  public static final ConfigOption<Duration> BATCH_WAIT = ConfigOptions.key("clickhouse.batch-wait").durationType()
      .defaultValue(Duration.ofMillis(150))
      .withDescription("Longest time that a row waits for others before it is inserted. Less makes rows visible sooner, in smaller parts.");

  public static final Options ALL = Options.of("ClickHouse")
      .with(URL, Rules.HTTP_URL)
      .with(USER, Rules.NAME)
      .with(PASSWORD, Rules.SECRET)
      .with(BATCH_ROWS, Rules.number(1, 1_000_000))
      .with(BATCH_BYTES, Rules.memory(MemorySize.parse("64kb"), MemorySize.ofMebiBytes(512)))
      .with(BATCH_WAIT, Rules.duration(Duration.ofMillis(1), Duration.ofMinutes(1)));

  private ClickHouseOptions() {}
}
