package io.twinlane.jobs.silver;

import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.api.java.tuple.Tuple3;
import org.apache.flink.util.Collector;
import org.apache.flink.util.function.SerializableFunction;

/** Says what became of the message that a row or receipt came from; a message's further rows, which follow at once, are passed over. */
final class MarkOutcome<T> implements FlatMapFunction<T, Tuple3<String, String, Integer>> {
  private static final long serialVersionUID = 1L;

  private final String source;
  private final int outcome;
  private final SerializableFunction<T, String> origin;
  private final SerializableFunction<T, Long> offset;
  private transient String lastOrigin;
  private transient long lastOffset;

  MarkOutcome(String source, int outcome, SerializableFunction<T, String> origin, SerializableFunction<T, Long> offset) {
    this.source = source;
    this.outcome = outcome;
    this.origin = origin;
    this.offset = offset;
  }

  @Override
  public void flatMap(T from, Collector<Tuple3<String, String, Integer>> outcomes) {
    String itsOrigin = origin.apply(from);
    long itsOffset = offset.apply(from);
    if (itsOffset != lastOffset || !itsOrigin.equals(lastOrigin)) {
      lastOrigin = itsOrigin;
      lastOffset = itsOffset;
      outcomes.collect(Tuple3.of(source, itsOrigin + '@' + itsOffset, outcome));
    }
  }
}
