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
      assertThat(through(harness, FIRST, otherPartition, otherSymbol, FIRST)).containsExactly(FIRST, otherPartition, otherSymbol);
    }
  }

  @Test
  void a_repair_passes_once_and_what_the_older_mapping_gives_after_it_does_not() throws Exception {
    CategoryRow[] mended = {madeBy("ib/2", FIRST), madeBy("ib/2", SECOND), madeBy("ib/2", THIRD)};
    try (var harness = harness()) {
      harness.open();
      through(harness, FIRST, SECOND, THIRD);
      assertThat(through(harness, mended)).as("the repair").containsExactly(mended);
      assertThat(through(harness, mended)).as("its repeats").isEmpty();
      assertThat(through(harness, FIRST, SECOND, THIRD)).as("repeats of what was mended").isEmpty();
    }
  }

  @Test
  void a_repair_of_what_is_older_passes_after_rows_of_the_same_mapping_that_are_newer() throws Exception {
    CategoryRow newest = madeBy("ib/2", Samples.row("A", 0, "raw.ib/0", 12, 0));
    CategoryRow[] mended = {madeBy("ib/2", FIRST), madeBy("ib/2", SECOND), madeBy("ib/2", THIRD)};
    try (var harness = harness()) {
      harness.open();
      through(harness, FIRST, SECOND, THIRD, newest);
      assertThat(through(harness, mended[0], mended[1], mended[2], newest)).as("the repair").containsExactly(mended);
      assertThat(through(harness, mended[0], mended[2], newest)).as("its repeats").isEmpty();
    }
  }

  @Test
  void a_mapping_that_is_taken_back_goes_on_with_messages_that_the_newer_one_has_not_seen() throws Exception {
    CategoryRow next = Samples.row("A", 0, "raw.ib/0", 12, 0);
    try (var harness = harness()) {
      harness.open();
      through(harness, madeBy("ib/10", FIRST), madeBy("ib/10", THIRD));
      assertThat(through(harness, madeBy("ib/9", THIRD), madeBy("ib/9", next))).containsExactly(madeBy("ib/9", next));
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

  private static CategoryRow madeBy(String mapping, CategoryRow row) {
    return new CategoryRow(row.category, row.values, row.units, row.states, row.sourceSystem, row.origin, row.originOffset, row.rowIndex, mapping,
        row.ingestTime);
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
