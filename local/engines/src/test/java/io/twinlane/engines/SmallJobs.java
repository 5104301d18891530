package io.twinlane.engines;

import org.apache.flink.api.common.accumulators.IntCounter;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/** Jobs with shuffles but little work. */
final class SmallJobs {
  /** Source, two keyed steps and a rebalanced one, at parallelism 2. */
  static final int ENDLESS_TASKS = 4 * 2;

  private SmallJobs() {
  }

  public static void main(String[] args) throws Exception {
    int count = Integer.parseInt(args[0]);
    bounded(StreamExecutionEnvironment.getExecutionEnvironment(), count).execute("main-counts-to-" + count);
  }

  static StreamExecutionEnvironment bounded(StreamExecutionEnvironment env, long count) {
    DataStream<Long> numbers = env.fromSequence(1, count);
    numbers.keyBy(number -> number % 7).reduce((a, b) -> b).sinkTo(new DiscardingSink<>()).name("last");
    numbers.keyBy(number -> number % 5).map(new Seen()).sinkTo(new DiscardingSink<>());
    return env;
  }

  static StreamExecutionEnvironment failing(StreamExecutionEnvironment env, String cause) {
    env.fromSequence(1, 10).map(number -> {
      if (number > 5) {
        throw new IllegalStateException(cause);
      }
      return number;
    }).returns(Types.LONG).sinkTo(new DiscardingSink<>());
    return env;
  }

  static StreamExecutionEnvironment endless(StreamExecutionEnvironment env) {
    DataGeneratorSource<Long> source =
        new DataGeneratorSource<>(index -> index, Long.MAX_VALUE, RateLimiterStrategy.perSecond(100), Types.LONG);
    env.fromSource(source, WatermarkStrategy.noWatermarks(), "ticks")
        .keyBy(number -> number % 7).reduce(Long::sum)
        .keyBy(number -> number % 5).reduce(Long::sum)
        .rebalance().map(new Seen()).sinkTo(new DiscardingSink<>());
    return env;
  }

  /** Counts what passes. */
  private static final class Seen extends RichMapFunction<Long, Long> {
    private final IntCounter seen = new IntCounter();

    @Override
    public void open(OpenContext context) {
      getRuntimeContext().addAccumulator("seen", seen);
    }

    @Override
    public Long map(Long number) {
      seen.add(1);
      return number;
    }
  }
}
