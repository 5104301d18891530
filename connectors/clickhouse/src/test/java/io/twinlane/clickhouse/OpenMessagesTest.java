package io.twinlane.clickhouse;

import static io.twinlane.clickhouse.TickRows.andMore;
import static io.twinlane.clickhouse.TickRows.level;
import static org.assertj.core.api.Assertions.assertThat;

import io.twinlane.normalize.CategoryRow;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OpenMessagesTest {
  private static final CategoryRowFormat FORMAT = new CategoryRowFormat(ClickHouseServer.category("order_book"), ClickHouseServer.states());

  private final OpenMessages<CategoryRow> open = new OpenMessages<>(FORMAT, Long.MAX_VALUE, () -> { });

  @Test
  void a_message_of_one_row_goes_on_at_once() {
    CategoryRow row = level("update", "bid", "10", "1", 5, 0);

    assertThat(open.add(row).rows()).as("rows to insert").containsExactly(row);
  }

  @Test
  void messages_that_come_mixed_go_on_whole() {
    CategoryRow first = andMore(level("snapshot", "bid", "10", "1", 5, 0));
    CategoryRow other = andMore(level("update", "bid", "10", "1", 6, 0));
    CategoryRow second = level("clear", "ask", null, null, 5, 1);
    CategoryRow otherEnd = level("update", "ask", "10", "1", 6, 1);

    assertThat(open.add(first)).as("half a message").isNull();
    assertThat(open.add(other)).as("half of another one").isNull();
    assertThat(RowBuffer.rows(open.groups())).as("what is held back").containsExactly(first, other);
    assertThat(open.add(second).rows()).as("the first message").containsExactly(first, second);
    assertThat(open.add(otherEnd).rows()).as("the other one").containsExactly(other, otherEnd);
    assertThat(RowBuffer.rows(open.groups())).as("what is held back").isEmpty();
  }

  @Test
  void the_largest_message_goes_on_before_its_end_when_there_is_no_room_for_more() {
    CategoryRow other = andMore(level("update", "bid", "10", "1", 6, 0));
    CategoryRow first = andMore(level("snapshot", "bid", "10", "1", 5, 0));
    CategoryRow second = andMore(level("snapshot", "bid", "11", "1", 5, 1));
    CategoryRow last = level("snapshot", "ask", "12", "1", 5, 2);
    AtomicInteger parted = new AtomicInteger();
    OpenMessages<CategoryRow> small = new OpenMessages<>(FORMAT, 2 * RowBytes.of(first), parted::incrementAndGet);

    assertThat(small.add(other)).as("half of one message").isNull();
    assertThat(small.add(first)).as("half of another one").isNull();
    RowGroup<CategoryRow> part = small.add(second);
    assertThat(part.rows()).as("the larger one").containsExactly(first, second);
    assertThat(part.bytes()).as("its bytes").isEqualTo(RowBytes.of(first) + RowBytes.of(second));
    assertThat(parted).as("messages that were told").hasValue(1);
    assertThat(RowBuffer.rows(small.groups())).as("what is held back").containsExactly(other);
    assertThat(small.add(last).rows()).as("the end of it").containsExactly(last);
  }
}
