package io.twinlane.local.settings;

import io.twinlane.config.Options;
import io.twinlane.config.Rules;
import io.twinlane.engines.EmbeddedClickHouse;
import io.twinlane.engines.EmbeddedFlink;
import io.twinlane.engines.EmbeddedKafka;
import io.twinlane.engines.EmbeddedRedis;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;

/** What can be set about the platform's own engines on this machine. Their ports are 127.0.0.1's; 0 is any free one. */
public final class PlatformOptions {
  public static final ConfigOption<Integer> KAFKA_PORT = ConfigOptions.key(EmbeddedKafka.PORT_KEY).intType().defaultValue(9092)
      .withDescription("Port that the platform's own Kafka listens on.");
  public static final ConfigOption<Integer> CLICKHOUSE_PORT = ConfigOptions.key(EmbeddedClickHouse.PORT_KEY).intType().defaultValue(8123)
      .withDescription("Port of the platform's own ClickHouse for HTTP (clients, curl, /play in a browser).");
  public static final ConfigOption<Integer> CLICKHOUSE_TCP_PORT = ConfigOptions.key(EmbeddedClickHouse.TCP_PORT_KEY).intType().defaultValue(9000)
      .withDescription("Port of the platform's own ClickHouse for its native protocol.");
  public static final ConfigOption<Boolean> CLICKHOUSE_OUTSIDE_ACCESS = ConfigOptions.key("clickhouse.outside-access").booleanType()
      .defaultValue(false)
      .withDescription("Whether whoever reaches the platform's own ClickHouse may read any file of this machine and open connections through it:"
          + " file(), url(), s3() and their like, tables and databases of such engines. true or false; takes effect at the next start.");
  public static final ConfigOption<Integer> REDIS_PORT = ConfigOptions.key(EmbeddedRedis.PORT_KEY).intType().defaultValue(6379)
      .withDescription("Port that the platform's own Redis listens on.");
  public static final ConfigOption<Integer> FLINK_PORT = ConfigOptions.key(EmbeddedFlink.PORT_KEY).intType().defaultValue(8081)
      .withDescription("Port of the platform's own Flink: its dashboard and REST interface.");
  public static final ConfigOption<String> FLINK_URL = ConfigOptions.key("flink.url").stringType().defaultValue("")
      .withDescription("A Flink session cluster of your own, http://host:port, with Twinlane's bundle in its lib folder and"
          + " source.reader.close.timeout: 2000 in its configuration (FLINK-40660): none is started then.");
  public static final ConfigOption<String> STATE_DIR = ConfigOptions.key("state.dir").stringType().defaultValue(".twinlane")
      .withDescription("Folder that holds everything the platform keeps between runs, below the repository unless absolute;"
          + " one platform a folder.");

  public static final Options ALL = Options.of("The platform on one machine")
      .with(KAFKA_PORT, Rules.PORT)
      .with(CLICKHOUSE_PORT, Rules.PORT)
      .with(CLICKHOUSE_TCP_PORT, Rules.PORT)
      .with(CLICKHOUSE_OUTSIDE_ACCESS, Rules.YES_OR_NO)
      .with(REDIS_PORT, Rules.PORT)
      .with(FLINK_PORT, Rules.PORT)
      .with(FLINK_URL, Rules.HTTP_URL)
      .with(STATE_DIR, Rules.FOLDER);

  private PlatformOptions() {}
}
