package io.twinlane.redis;

import io.twinlane.types.CatchUp;
import io.twinlane.types.CatchUpMark;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamSink;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.transformations.PhysicalTransformation;
import org.apache.flink.table.connector.ProviderContext;
import org.apache.flink.table.connector.sink.DataStreamSinkProvider;
import org.apache.flink.table.data.RowData;

/**
 * The sink as the dashboard shows it: {@code write-redis research:bars_1m}, by the keys that it writes and not by a table's name. A Redis key
 * belongs to one subtask, which alone knows its newest value.
 */
final class WriteRedis implements DataStreamSinkProvider {
  private static final String NAME = "write-redis";

  private final KeySpace keys;
  private final Integer parallelism;

  /** {@code parallelism} is null where it is the query's. */
  WriteRedis(KeySpace keys, Integer parallelism) {
    this.keys = keys;
    this.parallelism = parallelism;
  }

  @Override
  public DataStreamSink<?> consumeDataStream(ProviderContext context, DataStream<RowData> rows) {
    HashLayout layout = keys.layout();
    KeyedStream<RowData, String> byKey = rows.keyBy((KeySelector<RowData, String>) layout::key, Types.STRING);
    SingleOutputStreamOperator<Void> written = written(byKey, inputs(rows));
    context.generateUid(NAME).ifPresent(written::uid);
    written.setParallelism(parallelism == null ? rows.getParallelism() : parallelism);
    return new Last<>(written);
  }

  /** Without checkpoints there are no barriers, which alone could end the holding back: a job that keeps nothing holds nothing back. */
  private static List<DataStream<CatchUpMark>> inputs(DataStream<RowData> rows) {
    return rows.getExecutionEnvironment().getCheckpointConfig().isCheckpointingEnabled() ? CatchUp.before(rows) : List.of();
  }

  private SingleOutputStreamOperator<Void> written(KeyedStream<RowData, String> byKey, List<DataStream<CatchUpMark>> inputs) {
    String name = NAME + " " + keys.layout().prefix().replaceAll(":$", "");
    RedisWriter writer = new RedisWriter(keys, inputs.size());
    return inputs.stream().reduce(DataStream::union).map(marks -> byKey.connect(marks.broadcast()).transform(name, Types.VOID, writer))
        .orElseGet(() -> byKey.transform(name, Types.VOID, writer));
  }

  @Override
  public Optional<Integer> getParallelism() {
    return Optional.ofNullable(parallelism);
  }

  /** An operator with keyed state, at the end of a query: Flink's own sinks have none. */
  private static final class Last<T> extends DataStreamSink<T> {
    @SuppressWarnings("unchecked")
    Last(SingleOutputStreamOperator<T> operator) {
      super((PhysicalTransformation<T>) operator.getTransformation());
    }
  }
}
