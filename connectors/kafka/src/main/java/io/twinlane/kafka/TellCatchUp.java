package io.twinlane.kafka;

import io.twinlane.normalize.CategoryRow;
import io.twinlane.types.CatchUp;
import io.twinlane.types.CatchUpMark;
import io.twinlane.types.PlacedRow;
import io.twinlane.types.TellsCatchUp;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledFuture;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Stands behind the source of a category topic and tells ({@link CatchUp#MARKS}) when it has passed what the topic held at the (re)start. The
 * ends are asked for at every start, by every subtask, since none knows which partitions it will be given; an end that moves between two
 * subtasks' questions is passed by the record that moved it. Category topics have no transactions, whose marks would be offsets without a record.
 */
public final class TellCatchUp extends AbstractStreamOperator<CategoryRow>
    implements OneInputStreamOperator<PlacedRow, CategoryRow>, TellsCatchUp {
  private static final long serialVersionUID = 1L;

  private final KafkaConfig kafka;
  private final String topic;
  private final boolean tells;
  private transient Positions positions;
  /** What is still to be passed, by partition: a partition that is not there is passed. */
  private transient Map<Integer, Long> ends;
  private transient List<Integer> awaited;

  /** {@code tells} is false for a bounded input: its sink waits for the end anyway. */
  public TellCatchUp(KafkaConfig kafka, String topic, boolean tells) {
    this.kafka = kafka;
    this.topic = topic;
    this.tells = tells;
  }

  @Override
  public boolean tells() {
    return tells;
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    positions = new Positions(context.getOperatorStateStore());
    ends = new HashMap<>();
    awaited = List.of();
    if (tells) {
      TopicSpan span = TopicSpan.of(kafka, topic);
      ends.putAll(span.ends());
      boolean unknown = context.isRestored() && !positions.restored(); // where the source goes on, nobody says: nothing can be awaited
      awaited = unknown ? List.of() : span.ends().keySet().stream().filter(partition -> unread(partition, span)).sorted().toList();
    }
  }

  private boolean unread(int partition, TopicSpan span) {
    return span.ends().get(partition) > Math.max(positions.atStart(partition), span.begins().get(partition));
  }

  @Override
  public void open() throws Exception {
    super.open();
    if (tells) {
      ScheduledFuture<?> unused =
          getProcessingTimeService().registerTimer(getProcessingTimeService().getCurrentProcessingTime(), now -> announce());
    }
  }

  @Override
  public void processElement(StreamRecord<PlacedRow> element) {
    PlacedRow placed = element.getValue();
    positions.read(placed.partition(), placed.offset());
    if (placed.row() != null) {
      output.collect(element.replace(placed.row()));
    }
    if (!ends.isEmpty()) {
      pass(placed.partition(), placed.offset());
    }
  }

  /** Behind the row, so that whoever hears of it and then of a barrier has all that came of the row. */
  private void pass(int partition, long offset) {
    Long end = ends.get(partition);
    if (end != null && offset + 1 >= end) {
      ends.remove(partition);
      tell(CatchUpMark.Kind.PASSED, partition);
    }
  }

  private void announce() {
    awaited.forEach(partition -> tell(CatchUpMark.Kind.AWAITED, partition));
    tell(CatchUpMark.Kind.READY, getRuntimeContext().getTaskInfo().getNumberOfParallelSubtasks());
  }

  private void tell(CatchUpMark.Kind kind, int number) {
    output.collect(CatchUp.MARKS, new StreamRecord<>(new CatchUpMark(getOperatorID().toString(), kind, number)));
  }

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    positions.save(getRuntimeContext().getTaskInfo().getIndexOfThisSubtask() == 0);
  }
}
