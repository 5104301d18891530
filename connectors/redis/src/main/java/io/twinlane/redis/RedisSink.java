package io.twinlane.redis;

import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.table.data.RowData;

/**
 * Writes rows as hashes: at least once, a row's fields and its time to live at one stroke. Writing a row again changes nothing but the
 * time to live.
 */
public final class RedisSink implements Sink<RowData> {
  private static final long serialVersionUID = 1;

  private final RedisConfig address;
  private final RowLayout layout;

  RedisSink(RedisConfig address, RowLayout layout) {
    this.address = address;
    this.layout = layout;
  }

  @Override
  public SinkWriter<RowData> createWriter(WriterInitContext context) {
    return new RedisWriter(layout, new RedisLink(address), context.getMailboxExecutor(), new WriterMetrics(context.metricGroup()));
  }
}
