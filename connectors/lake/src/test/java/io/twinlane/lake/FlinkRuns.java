package io.twinlane.lake;

import io.twinlane.engines.EmbeddedFlink;
import io.twinlane.normalize.RawMessage;
import io.twinlane.types.RowTypes;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.lib.NumberSequenceSource;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.CloseableIterator;
import org.apache.flink.util.function.SerializableFunction;

/** Short jobs on the embedded cluster. */
final class FlinkRuns implements AutoCloseable {
  private final EmbeddedFlink flink = EmbeddedFlink.start(new Configuration(), 0);

  StreamExecutionEnvironment environment(RuntimeExecutionMode mode) {
    StreamExecutionEnvironment env = flink.environment(new Configuration().set(ExecutionOptions.RUNTIME_MODE, mode));
    env.setParallelism(2);
    return env;
  }

  /** Messages made by number on the workers, so that large ones do not travel with the job. */
  static DataStream<RawMessage> messages(StreamExecutionEnvironment env, int count, SerializableFunction<Long, RawMessage> message) {
    return env.fromSource(new NumberSequenceSource(0, count - 1), WatermarkStrategy.noWatermarks(), "numbers", Types.LONG)
        .map(message::apply).returns(RowTypes.RAW_MESSAGE);
  }

  /** What a bounded source gives, as {@link Messages#show} has it. */
  List<String> read(Source<RawMessage, ?, ?> source) throws Exception {
    StreamExecutionEnvironment env = environment(RuntimeExecutionMode.BATCH);
    return collect(env.fromSource(source, WatermarkStrategy.noWatermarks(), "raw", RowTypes.RAW_MESSAGE));
  }

  static List<String> collect(DataStream<RawMessage> messages) throws Exception {
    List<String> shown = new ArrayList<>();
    try (CloseableIterator<String> found = messages.map(Messages::show).executeAndCollect()) {
      found.forEachRemaining(shown::add);
    }
    return shown;
  }

  @Override
  public void close() {
    flink.close();
  }
}
