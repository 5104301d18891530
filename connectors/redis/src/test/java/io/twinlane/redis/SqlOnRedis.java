package io.twinlane.redis;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import io.twinlane.engines.EmbeddedFlink;
import io.twinlane.engines.EmbeddedRedis;
import java.nio.file.Path;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.table.api.Schema;
import org.apache.flink.table.api.Table;
import org.apache.flink.table.api.TableResult;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;
import org.apache.flink.table.api.bridge.java.internal.StreamTableEnvironmentImpl;
import org.apache.flink.table.connector.ChangelogMode;
import org.apache.flink.types.Row;

/** A real Flink, a real Redis that can be killed and started again on its port, and a client to look at it. */
final class SqlOnRedis implements AutoCloseable {
  private final Path folder;
  private final EmbeddedFlink flink;
  private EmbeddedRedis redis;
  private RedisClient client;

  SqlOnRedis(Path folder) {
    this.folder = folder;
    this.flink = EmbeddedFlink.start(new Configuration(), 0);
    startRedis(0);
  }

  /** A new session; tables of other sessions are not seen. */
  StreamTableEnvironment session() {
    Configuration settings = new Configuration();
    settings.setString("table.local-time-zone", "UTC");
    settings.setString("table.exec.sink.upsert-materialize", "NONE");
    settings.setString("execution.checkpointing.interval", "500 ms");
    StreamExecutionEnvironment environment = flink.environment(settings);
    environment.setParallelism(1);
    return StreamTableEnvironment.create(environment);
  }

  /** Declares table {@code hashes}: columns and key as given, keys {@code team:job:}, ttl one minute. */
  StreamTableEnvironment sessionWithHashes(String columnsAndKey, String... moreOptions) {
    String more = moreOptions.length == 0 ? "" : ", " + String.join(", ", moreOptions);
    StreamTableEnvironment session = session();
    session.executeSql("CREATE TABLE hashes (" + columnsAndKey + ") WITH ('connector' = 'twinlane-redis', 'url' = '" + redis.url()
        + "', 'key-prefix' = 'team:job:', 'ttl' = '60 s'" + more + ")");
    return session;
  }

  /** A stream of changes of two text columns, the first of which is the key. */
  static Table changes(StreamTableEnvironment session, Row... rows) {
    DataStream<Row> stream = ((StreamTableEnvironmentImpl) session).execEnv().fromData(rows);
    return session.fromChangelogStream(stream,
        Schema.newBuilder().column("f0", "STRING NOT NULL").column("f1", "STRING").primaryKey("f0").build(), ChangelogMode.upsert());
  }

  static void finish(TableResult job) throws Exception {
    job.await();
  }

  RedisCommands<String, String> redis() {
    return client.connect().sync();
  }

  Map<String, String> hash(String key) {
    return redis().hgetall(key);
  }

  String url() {
    return redis.url();
  }

  void killRedis() {
    ProcessHandle.of(redis.pid()).orElseThrow().destroyForcibly();
  }

  /** Sends a signal to the server: STOP makes it hang, CONT lets it go on. */
  void signalRedis(String name) throws Exception {
    new ProcessBuilder("kill", "-" + name, String.valueOf(redis.pid())).start().waitFor();
  }

  void startRedisAgain() {
    int port = redis.port();
    stopRedis();
    startRedis(port);
  }

  private void startRedis(int port) {
    redis = EmbeddedRedis.start(folder, port);
    client = RedisClient.create(redis.url());
  }

  private void stopRedis() {
    client.shutdown();
    redis.close();
  }

  @Override
  public void close() {
    flink.close();
    stopRedis();
  }
}
