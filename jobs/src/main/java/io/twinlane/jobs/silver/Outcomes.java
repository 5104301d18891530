package io.twinlane.jobs.silver;

import io.twinlane.catalog.Source;
import io.twinlane.normalize.CategoryRow;
import io.twinlane.normalize.DroppedMessage;
import io.twinlane.normalize.UnqualifiedRow;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple3;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/**
 * What became of each message, as (source, identity of the message, outcome). The lowest outcome of a message counts: one with rows and
 * unqualified parts is one with rows.
 */
final class Outcomes {
  static final int ROWS = 0;
  static final int UNQUALIFIED = 1;
  static final int DROPPED = 2;

  private static final TypeInformation<Tuple3<String, String, Integer>> TYPE = Types.TUPLE(Types.STRING, Types.STRING, Types.INT);

  private Outcomes() {}

  static DataStream<Tuple3<String, String, Integer>> ofRows(DataStream<CategoryRow> rows, Source source) {
    return rows.flatMap(new MarkOutcome<CategoryRow>(source.name(), ROWS, row -> row.origin, row -> row.originOffset)).returns(TYPE)
        .name("mark-rows " + source.name()).uid("mark-rows-" + source.name());
  }

  static DataStream<Tuple3<String, String, Integer>> ofUnqualified(DataStream<UnqualifiedRow> rows, Source source) {
    return rows.map(new CountReasons()).returns(io.twinlane.types.RowTypes.UNQUALIFIED_ROW)
        .name("count-reasons " + source.name()).uid("count-reasons-" + source.name())
        .flatMap(new MarkOutcome<>(source.name(), UNQUALIFIED, UnqualifiedRow::origin, UnqualifiedRow::originOffset)).returns(TYPE)
        .name("mark-unqualified " + source.name()).uid("mark-unqualified-" + source.name());
  }

  static DataStream<Tuple3<String, String, Integer>> ofDropped(DataStream<DroppedMessage> messages, Source source) {
    return messages.flatMap(new MarkOutcome<>(source.name(), DROPPED, DroppedMessage::origin, DroppedMessage::originOffset)).returns(TYPE)
        .name("mark-dropped " + source.name()).uid("mark-dropped-" + source.name());
  }

  /** Counts every message once, under its lowest outcome; in batch mode a key's one result comes when all of it was seen. */
  static void count(DataStream<Tuple3<String, String, Integer>> outcomes) {
    outcomes.keyBy(outcome -> outcome.f1)
        .reduce((left, right) -> left.f2 <= right.f2 ? left : right)
        .name("lowest-outcome").uid("lowest-outcome")
        .map(new CountOutcomes()).returns(TYPE).name("count-outcomes").uid("count-outcomes")
        .sinkTo(new DiscardingSink<>()).name("discard-outcomes").uid("discard-outcomes");
  }
}
