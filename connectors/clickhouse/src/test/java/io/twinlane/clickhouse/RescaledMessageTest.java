package io.twinlane.clickhouse;

import static io.twinlane.clickhouse.TickRows.andMore;
import static io.twinlane.clickhouse.TickRows.level;
import static org.assertj.core.api.Assertions.assertThat;

import io.twinlane.normalize.CategoryRow;
import java.util.List;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.junit.jupiter.api.Test;

/** A job that is stopped in the middle of a message and goes on at another parallelism: what it held back and the rest part ways. */
class RescaledMessageTest {
  private static final CategoryRow FIRST = andMore(level("snapshot", "bid", "10", "1", 5, 0));
  private static final CategoryRow SECOND = andMore(level("snapshot", "bid", "11", "1", 5, 1));
  private static final CategoryRow LAST = level("snapshot", "ask", "12", "1", 5, 2);

  private final ClickHouseConfig config = ClickHouseServer.newDatabase();

  @Test
  void both_halves_of_a_message_that_come_to_different_subtasks_are_stored() throws Exception {
    List<CategoryRow> held = stoppedAfter(FIRST, SECOND);
    try (ClickHouseWriter<CategoryRow> one = writer(held); ClickHouseWriter<CategoryRow> other = writer(List.of())) {
      other.write(LAST, null);
      one.flush(false);
      other.flush(false);

      assertThat(stored()).isEqualTo("3");
      assertThat(one.snapshotState(2)).as("what is left to keep").isEmpty();
    }
  }

  @Test
  void both_halves_of_a_message_that_come_to_the_same_subtask_are_stored_in_one_insert() throws Exception {
    List<CategoryRow> held = stoppedAfter(FIRST, SECOND);
    try (ClickHouseWriter<CategoryRow> writer = writer(held)) {
      writer.write(LAST, null);
      writer.flush(false);

      assertThat(stored()).isEqualTo("3");
      assertThat(ClickHouseServer.text(config, "SELECT toString(uniqExact(_part)) FROM order_book")).as("parts").isEqualTo("1");
    }
  }

  private List<CategoryRow> stoppedAfter(CategoryRow... rows) throws Exception {
    try (ClickHouseWriter<CategoryRow> writer = writer(List.of())) {
      for (CategoryRow row : rows) {
        writer.write(row, null);
      }
      writer.flush(false);
      assertThat(stored()).as("half a message is held back").isEqualTo("0");
      return writer.snapshotState(1).stream().flatMap(List::stream).toList();
    }
  }

  private ClickHouseWriter<CategoryRow> writer(List<CategoryRow> restored) {
    CategoryRowFormat format = new CategoryRowFormat(ClickHouseServer.category("order_book"), ClickHouseServer.states());
    return new ClickHouseWriter<>(config, format, RefusedIntoUnqualified::new, restored, new UnregisteredMetricsGroup());
  }

  private String stored() {
    return ClickHouseServer.text(config, "SELECT toString(count()) FROM order_book FINAL");
  }
}
