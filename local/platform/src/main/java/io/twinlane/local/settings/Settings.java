package io.twinlane.local.settings;

import io.twinlane.catalog.SecretReference;
import io.twinlane.engines.EmbeddedClickHouse;
import io.twinlane.engines.EmbeddedFlink;
import io.twinlane.engines.EmbeddedKafka;
import io.twinlane.engines.EmbeddedRedis;
import java.nio.file.Path;
import java.util.List;

/** Everything that can be set about the platform on one machine. Ports of engines are 127.0.0.1's; 0 is any free one. */
public final class Settings {
  public static final Setting<Integer> KAFKA_PORT = new Setting<>(EmbeddedKafka.PORT_KEY, "9092",
      "Port that the platform's own Kafka listens on.", Parsers::port);
  public static final Setting<String> KAFKA_BOOTSTRAP_SERVERS = new Setting<>("kafka.bootstrap-servers", "",
      "A Kafka of your own, host:port,...: none is started then.", Parsers::servers);
  public static final Setting<Integer> CLICKHOUSE_PORT = new Setting<>(EmbeddedClickHouse.PORT_KEY, "8123",
      "Port of the platform's own ClickHouse for HTTP (clients, curl, /play in a browser).", Parsers::port);
  public static final Setting<Integer> CLICKHOUSE_TCP_PORT = new Setting<>(EmbeddedClickHouse.TCP_PORT_KEY, "9000",
      "Port of the platform's own ClickHouse for its native protocol.", Parsers::port);
  public static final Setting<String> CLICKHOUSE_URL = new Setting<>("clickhouse.url", "",
      "A ClickHouse of your own, http(s)://host:port: none is started then, and npm is not needed.", Parsers::httpUrl);
  public static final Setting<String> CLICKHOUSE_USER = new Setting<>("clickhouse.user", "default",
      "User that writes to ClickHouse.", text -> text);
  public static final Setting<SecretReference> CLICKHOUSE_PASSWORD = new Setting<>("clickhouse.password", "",
      "Where that user's password is, " + SecretReference.ALLOWED + ": never the password itself.", Parsers::secret);
  public static final Setting<Boolean> CLICKHOUSE_OUTSIDE_ACCESS = new Setting<>("clickhouse.outside-access", "false",
      "Whether whoever reaches the platform's own ClickHouse may read any file of this machine and open connections through it: file(), url(),"
          + " s3() and their like, tables and databases of such engines. true or false; takes effect at the next start.", Parsers::yesOrNo);
  public static final Setting<Integer> REDIS_PORT = new Setting<>(EmbeddedRedis.PORT_KEY, "6379",
      "Port that the platform's own Redis listens on.", Parsers::port);
  public static final Setting<String> REDIS_URL = new Setting<>("redis.url", "",
      "A Redis of your own, redis(s)://host:port[/database]: none is started then.", Parsers::redisUrl);
  public static final Setting<String> REDIS_USER = new Setting<>("redis.user", "",
      "User that writes to Redis; unset: Redis's default user.", text -> text);
  public static final Setting<SecretReference> REDIS_PASSWORD = new Setting<>("redis.password", "",
      "Where that user's password is, " + SecretReference.ALLOWED + ": never the password itself.", Parsers::secret);
  public static final Setting<Integer> FLINK_PORT = new Setting<>(EmbeddedFlink.PORT_KEY, "8081",
      "Port of the platform's own Flink: its dashboard and REST interface.", Parsers::port);
  public static final Setting<String> FLINK_URL = new Setting<>("flink.url", "",
      "A Flink session cluster of your own, http://host:port, with Twinlane's bundle in its lib folder: none is started then.",
      Parsers::httpUrl);
  public static final Setting<Path> STATE_DIR = new Setting<>("state.dir", ".twinlane",
      "Folder that holds everything the platform keeps between runs, below the repository unless absolute; one platform a folder.",
      Parsers::folder);
  public static final Setting<Path> LAKE_ROOT = new Setting<>("lake.root", "",
      "Folder of the lake (raw files and the Iceberg warehouse), below the repository unless absolute; unset: lake in state.dir.",
      Parsers::folder);

  public static final Setting<Boolean> NORMALIZE_WITHOUT_STATE = new Setting<>("normalize.without-state", "false",
      "Whether a normalize job that merges (ib) may begin without its state where Kafka's retention has taken the topic's beginning: fields"
          + " that were said there alone are MISSING then. true or false.", Parsers::yesOrNo);

  /** All of them, in the order in which they are documented. */
  public static final List<Setting<?>> ALL = List.of(
      KAFKA_PORT, KAFKA_BOOTSTRAP_SERVERS, CLICKHOUSE_PORT, CLICKHOUSE_TCP_PORT, CLICKHOUSE_URL, CLICKHOUSE_USER, CLICKHOUSE_PASSWORD,
      CLICKHOUSE_OUTSIDE_ACCESS,
      REDIS_PORT, REDIS_URL, REDIS_USER, REDIS_PASSWORD, FLINK_PORT, FLINK_URL, STATE_DIR, LAKE_ROOT,
      NORMALIZE_WITHOUT_STATE);

  private Settings() {
  }
}
