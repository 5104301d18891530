package io.twinlane.redis;

import org.apache.flink.table.connector.ChangelogMode;
import org.apache.flink.table.connector.sink.DynamicTableSink;

/** The table as Flink's planner sees it: takes upserts by primary key, an update's earlier half is never sent. */
final class RedisTableSink implements DynamicTableSink {
  private final RedisConfig address;
  private final RowLayout layout;
  private final Integer parallelism;

  RedisTableSink(RedisConfig address, RowLayout layout, Integer parallelism) {
    this.address = address;
    this.layout = layout;
    this.parallelism = parallelism;
  }

  @Override
  public ChangelogMode getChangelogMode(ChangelogMode offered) {
    return ChangelogMode.upsert();
  }

  @Override
  public SinkRuntimeProvider getSinkRuntimeProvider(Context context) {
    return new WriteRedis(new RedisSink(address, layout), layout.prefix(), parallelism);
  }

  @Override
  public DynamicTableSink copy() {
    return new RedisTableSink(address, layout, parallelism);
  }

  @Override
  public String asSummaryString() {
    return "Redis hashes " + layout.prefix() + "*";
  }
}
