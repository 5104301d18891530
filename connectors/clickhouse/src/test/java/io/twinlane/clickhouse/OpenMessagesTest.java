package io.twinlane.clickhouse;

import static io.twinlane.clickhouse.TickRows.andMore;
import static io.twinlane.clickhouse.TickRows.level;
import static org.assertj.core.api.Assertions.assertThat;

import io.twinlane.normalize.CategoryRow;
import org.junit.jupiter.api.Test;

class OpenMessagesTest {
  private final OpenMessages<CategoryRow> open =
      new OpenMessages<>(new CategoryRowFormat(ClickHouseServer.category("order_book"), ClickHouseServer.states()));

  @Test
  void a_message_of_one_row_goes_on_at_once() {
    CategoryRow row = level("update", "bid", "10", "1", 5, 0);

    assertThat(open.add(row)).as("rows to insert").containsExactly(row);
  }

  @Test
  void messages_that_come_mixed_go_on_whole() {
    CategoryRow first = andMore(level("snapshot", "bid", "10", "1", 5, 0));
    CategoryRow other = andMore(level("update", "bid", "10", "1", 6, 0));
    CategoryRow second = level("clear", "ask", null, null, 5, 1);
    CategoryRow otherEnd = level("update", "ask", "10", "1", 6, 1);

    assertThat(open.add(first)).as("half a message").isEmpty();
    assertThat(open.add(other)).as("half of another one").isEmpty();
    assertThat(open.rows()).as("what is held back").containsExactly(first, other);
    assertThat(open.add(second)).as("the first message").containsExactly(first, second);
    assertThat(open.add(otherEnd)).as("the other one").containsExactly(other, otherEnd);
    assertThat(open.rows()).as("what is held back").isEmpty();
  }
}
