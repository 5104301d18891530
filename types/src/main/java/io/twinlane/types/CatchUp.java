package io.twinlane.types;

import java.util.List;
import org.apache.flink.api.dag.Transformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.operators.SimpleOperatorFactory;
import org.apache.flink.streaming.api.transformations.OneInputTransformation;
import org.apache.flink.streaming.api.transformations.SideOutputTransformation;
import org.apache.flink.util.OutputTag;

/**
 * How a sink learns that the job has caught up with what its inputs held when it (re)started: a way beside the query's own operators. A mark
 * and the rows before it take different ways; a checkpoint's barrier, which comes behind both, makes them meet: when a mark has arrived by
 * the time that the barrier does, so has everything that came of the rows before it.
 */
public final class CatchUp {
  /** Where operators tell. */
  public static final OutputTag<CatchUpMark> MARKS = new OutputTag<>("catch-up-marks", RowTypes.CATCH_UP_MARK);

  private CatchUp() {}

  /** What every input of the stream tells, one stream for each. */
  public static List<DataStream<CatchUpMark>> before(DataStream<?> stream) {
    return stream.getTransformation().getTransitivePredecessors().stream().distinct().filter(CatchUp::tells)
        .map(operator -> new DataStream<>(stream.getExecutionEnvironment(), new SideOutputTransformation<>(operator, MARKS))).toList();
  }

  private static boolean tells(Transformation<?> operator) {
    return operator instanceof OneInputTransformation<?, ?> one && one.getOperatorFactory() instanceof SimpleOperatorFactory<?> factory
        && factory.getOperator() instanceof TellsCatchUp told && told.tells();
  }
}
