package io.twinlane.jobs.silver;

import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.api.java.tuple.Tuple3;

/** Counts messages by source and outcome. */
final class CountOutcomes extends RichMapFunction<Tuple3<String, String, Integer>, Tuple3<String, String, Integer>> {
  private static final long serialVersionUID = 1L;

  @Override
  public Tuple3<String, String, Integer> map(Tuple3<String, String, Integer> message) {
    getRuntimeContext().getLongCounter(SilverCounts.outcome(message.f0, message.f2)).add(1L);
    return message;
  }
}
