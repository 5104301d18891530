package io.twinlane.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinlane.normalize.CategoryRow;
import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class DropRepeatsTest {
  private static final CategoryRow FIRST = Samples.row("A", 0, "raw.ib/0", 5, 0);
  private static final CategoryRow SECOND = Samples.row("A", 0, "raw.ib/0", 5, 1);
  private static final CategoryRow THIRD = Samples.row("A", 0, "raw.ib/0", 9, 0);

  @Test
  void a_row_at_or_before_the_last_one_of_its_origin_is_dropped() throws Exception {
    try (var harness = harness()) {
      harness.open();
      assertThat(through(harness, FIRST, SECOND, SECOND, FIRST, THIRD, SECOND, THIRD)).containsExactly(FIRST, SECOND, THIRD);
    }
  }

  @Test
  void origins_and_symbols_are_told_apart() throws Exception {
    CategoryRow otherPartition = Samples.row("A", 0, "raw.ib/1", 5, 0);
    CategoryRow otherSymbol = Samples.row("B", 0, "raw.ib/0", 5, 0);
    try (var harness = harness()) {
      harness.open();
      assertThat(through(harness, THIRD, otherPartition, otherSymbol, FIRST)).containsExactly(THIRD, otherPartition, otherSymbol);
    }
  }

  @Test
  void what_was_seen_is_known_after_a_restart() throws Exception {
    OperatorSubtaskState state;
    try (var harness = harness()) {
      harness.open();
      through(harness, FIRST, SECOND);
      state = harness.snapshot(1, 1);
    }
    try (var restored = harness()) {
      restored.initializeState(state);
      restored.open();
      assertThat(through(restored, FIRST, SECOND, THIRD)).containsExactly(THIRD);
    }
  }

  @Test
  void what_the_topic_no_longer_holds_is_forgotten() throws Exception {
    try (var harness = harness()) {
      harness.setStateTtlProcessingTime(0);
      harness.open();
      through(harness, FIRST);
      harness.setStateTtlProcessingTime(Duration.ofHours(2).toMillis());
      assertThat(through(harness, FIRST)).as("a row after the time to remember").containsExactly(FIRST);
    }
  }

  private static List<CategoryRow> through(
      KeyedOneInputStreamOperatorTestHarness<String, CategoryRow, CategoryRow> harness, CategoryRow... rows) throws Exception {
    int before = harness.extractOutputValues().size();
    for (CategoryRow row : rows) {
      harness.processElement(row, 0);
    }
    List<CategoryRow> all = harness.extractOutputValues();
    return all.subList(before, all.size());
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, CategoryRow, CategoryRow> harness() throws Exception {
    return new KeyedOneInputStreamOperatorTestHarness<>(
        new KeyedProcessOperator<>(new DropRepeats(Duration.ofHours(1))), ByIdentifier.of(Samples.EVERYTHING), Types.STRING);
  }
}
