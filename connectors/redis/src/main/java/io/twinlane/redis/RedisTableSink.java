package io.twinlane.redis;

import org.apache.flink.table.connector.ChangelogMode;
import org.apache.flink.table.connector.sink.DynamicTableSink;

/** The table as Flink's planner sees it: takes upserts by primary key, an update's earlier half is never sent. */
final class RedisTableSink implements DynamicTableSink {
  private final KeySpace keys;
  private final Integer parallelism;

  RedisTableSink(KeySpace keys, Integer parallelism) {
    this.keys = keys;
    this.parallelism = parallelism;
  }

  @Override
  public ChangelogMode getChangelogMode(ChangelogMode offered) {
    return ChangelogMode.upsert();
  }

  @Override
  public SinkRuntimeProvider getSinkRuntimeProvider(Context context) {
    return new WriteRedis(keys, parallelism);
  }

  @Override
  public DynamicTableSink copy() {
    return new RedisTableSink(keys, parallelism);
  }

  @Override
  public String asSummaryString() {
    return "Redis hashes " + keys.layout().prefix() + "*";
  }
}
