package io.twinlane.kafka;

import io.twinlane.normalize.CategoryRow;
import io.twinlane.normalize.UnqualifiedRow;
import io.twinlane.types.RowTypes;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.types.Either;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/** Parts the rows of a topic from what stands for its undecodable records. */
public final class SetAside extends ProcessFunction<Either<CategoryRow, UnqualifiedRow>, CategoryRow> {
  private static final long serialVersionUID = 1L;
  private static final OutputTag<UnqualifiedRow> UNDECODABLE = new OutputTag<>("undecodable", RowTypes.UNQUALIFIED_ROW);

  /** Rows, and unqualified rows in the place of records that are none. */
  public record Streams(DataStream<CategoryRow> rows, DataStream<UnqualifiedRow> undecodable) {}

  private SetAside() {}

  public static Streams of(DataStream<Either<CategoryRow, UnqualifiedRow>> read) {
    SingleOutputStreamOperator<CategoryRow> rows =
        read.process(new SetAside(), RowTypes.CATEGORY_ROW).name("set-aside").uid("set-aside");
    return new Streams(rows, rows.getSideOutput(UNDECODABLE));
  }

  @Override
  public void processElement(Either<CategoryRow, UnqualifiedRow> read, Context context, Collector<CategoryRow> out) {
    if (read.isLeft()) {
      out.collect(read.left());
    } else {
      context.output(UNDECODABLE, read.right());
    }
  }
}
