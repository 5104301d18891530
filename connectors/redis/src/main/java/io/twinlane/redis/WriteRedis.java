package io.twinlane.redis;

import java.util.Optional;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamSink;
import org.apache.flink.table.connector.ProviderContext;
import org.apache.flink.table.connector.sink.DataStreamSinkProvider;
import org.apache.flink.table.data.RowData;

/** The sink as the dashboard shows it: {@code write-redis research:bars_1m}, by the keys that it writes and not by a table's name. */
final class WriteRedis implements DataStreamSinkProvider {
  private static final String NAME = "write-redis";

  private final RedisSink sink;
  private final String keyPrefix;
  private final Integer parallelism;

  /** {@code parallelism} is null where it is the query's. */
  WriteRedis(RedisSink sink, String keyPrefix, Integer parallelism) {
    this.sink = sink;
    this.keyPrefix = keyPrefix;
    this.parallelism = parallelism;
  }

  @Override
  public DataStreamSink<?> consumeDataStream(ProviderContext context, DataStream<RowData> rows) {
    DataStreamSink<RowData> written = rows.sinkTo(sink).name(NAME + " " + keyPrefix.replaceAll(":$", ""));
    context.generateUid(NAME).ifPresent(written::uid);
    written.setParallelism(parallelism == null ? rows.getParallelism() : parallelism);
    return written;
  }

  @Override
  public Optional<Integer> getParallelism() {
    return Optional.ofNullable(parallelism);
  }
}
