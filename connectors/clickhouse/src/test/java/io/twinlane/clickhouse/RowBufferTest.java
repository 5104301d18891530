package io.twinlane.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class RowBufferTest {
  private static final Duration LONG = Duration.ofHours(1);

  @Test
  void a_full_batch_is_due_at_once() throws Exception {
    RowBuffer<Integer> buffer = buffer(2, LONG);
    buffer.add(group(1));
    buffer.add(group(2));

    assertThat(buffer.take()).as("batch").containsExactly(1, 2);
  }

  @Test
  void a_lone_row_is_due_when_it_has_waited() throws Exception {
    RowBuffer<Integer> buffer = buffer(100, Duration.ofMillis(30));
    buffer.add(group(1));

    assertThat(buffer.take()).as("batch").containsExactly(1);
  }

  @Test
  void whoever_adds_waits_while_a_batch_is_in_flight_and_another_is_full() throws Exception {
    RowBuffer<Integer> buffer = buffer(2, LONG);
    buffer.add(group(1));
    buffer.add(group(2));
    buffer.take();
    buffer.add(group(3));
    buffer.add(group(4));
    CompletableFuture<Void> fifth = adding(buffer, 5);

    assertThatThrownBy(() -> fifth.get(50, TimeUnit.MILLISECONDS)).as("the fifth row").isInstanceOf(TimeoutException.class);
    assertThat(RowBuffer.rows(buffer.unacknowledged())).as("unacknowledged rows").containsExactly(1, 2, 3, 4);
    buffer.acknowledged();
    assertThat(buffer.take()).as("next batch").containsExactly(3, 4);
    fifth.get(10, TimeUnit.SECONDS);
    assertThat(RowBuffer.rows(buffer.unacknowledged())).as("unacknowledged rows").containsExactly(3, 4, 5);
  }

  @Test
  void a_slow_insert_is_followed_by_a_break_as_long_unless_a_batch_is_full() throws Exception {
    RowBuffer<Integer> buffer = buffer(2, Duration.ofNanos(1));
    buffer.add(group(1));
    long begun = System.nanoTime();
    buffer.take();
    CompletableFuture.runAsync(() -> { }, CompletableFuture.delayedExecutor(60, TimeUnit.MILLISECONDS)).get();
    buffer.acknowledged();
    buffer.add(group(2));
    buffer.take();
    assertThat(System.nanoTime() - begun).as("nanoseconds from the first batch to the second").isGreaterThan(120_000_000);

    buffer.acknowledged();
    buffer.add(group(3));
    buffer.add(group(4));
    assertThat(buffer.take()).as("a full batch").containsExactly(3, 4);
  }

  @Test
  void a_flush_makes_rows_due_and_returns_when_they_are_stored() throws Exception {
    RowBuffer<Integer> buffer = buffer(100, LONG);
    buffer.add(group(1));
    CompletableFuture<Void> flush = running(() -> buffer.flush(LONG));

    assertThat(buffer.take()).as("batch").containsExactly(1);
    assertThat(flush).as("the flush before the batch is stored").isNotDone();
    buffer.acknowledged();
    flush.get(10, TimeUnit.SECONDS);
  }

  @Test
  void a_flush_without_an_answer_ends_with_its_patience() throws Exception {
    RowBuffer<Integer> buffer = buffer(100, LONG);
    buffer.add(group(1));
    buffer.flush(Duration.ofMillis(20));

    assertThat(RowBuffer.rows(buffer.unacknowledged())).as("unacknowledged rows").containsExactly(1);
  }

  @Test
  void restored_rows_come_first_in_batches_of_the_usual_size() throws Exception {
    RowBuffer<Integer> buffer = new RowBuffer<>(limits(2, LONG), List.of(group(1), group(2), group(3)));

    assertThat(buffer.take()).as("first batch").containsExactly(1, 2);
    buffer.acknowledged();
    buffer.add(group(4));
    assertThat(buffer.take()).as("second batch").containsExactly(3, 4);
  }

  @Test
  void a_batch_is_longer_where_its_last_rows_belong_together() throws Exception {
    RowBuffer<Integer> buffer = new RowBuffer<>(limits(3, LONG), List.of());
    buffer.add(group(1, 10));
    buffer.add(group(2, 3, 20));
    assertThat(buffer.take()).as("a batch of three, and the rest of the second message").containsExactly(1, 10, 2, 3, 20);

    buffer.acknowledged();
    RowBuffer<Integer> restored = new RowBuffer<>(limits(1, LONG), List.of(group(1, 10), group(20), group(2, 30)));
    assertThat(restored.take()).as("the first message").containsExactly(1, 10);
    assertThat(restored.take()).as("the second").containsExactly(20);
  }

  @Test
  void a_defect_of_the_inserting_thread_reaches_whoever_adds() {
    RowBuffer<Integer> buffer = buffer(2, LONG);
    buffer.fail(new IllegalStateException("a defect"));

    assertThatThrownBy(() -> buffer.add(group(1))).as("adding").hasMessage("Cannot go on inserting into ClickHouse: a defect");
    assertThatThrownBy(() -> buffer.flush(LONG)).as("flushing").hasMessage("Cannot go on inserting into ClickHouse: a defect");
  }

  @Test
  void a_batch_is_full_when_its_bytes_are_and_whoever_adds_waits() throws Exception {
    RowBuffer<Integer> buffer = new RowBuffer<>(new BatchLimits(1000, 100, LONG), List.of());
    buffer.add(new RowGroup<>(List.of(1), 60));
    CompletableFuture<Void> second = running(() -> buffer.add(new RowGroup<>(List.of(2), 60)));
    assertThat(buffer.take()).as("what came before there was no room").containsExactly(1);

    second.get(10, TimeUnit.SECONDS);
    CompletableFuture<Void> third = running(() -> buffer.add(new RowGroup<>(List.of(3, 4), 1_000)));
    assertThatThrownBy(() -> third.get(50, TimeUnit.MILLISECONDS)).as("the third group").isInstanceOf(TimeoutException.class);
    buffer.acknowledged();
    assertThat(buffer.take()).as("next batch").containsExactly(2);
    third.get(10, TimeUnit.SECONDS);
    buffer.acknowledged();
    assertThat(buffer.take()).as("a group that is larger than a batch").containsExactly(3, 4);
  }

  @Test
  void a_batch_in_flight_takes_more_up_to_the_limits() throws Exception {
    RowBuffer<Integer> buffer = buffer(3, Duration.ofNanos(1));
    buffer.add(group(1));
    buffer.take();
    assertThat(buffer.takeMore()).as("nothing more").containsExactly(1);
    buffer.add(group(2));
    buffer.add(group(3));
    buffer.add(group(4));
    assertThat(buffer.takeMore()).as("as many as a batch holds").containsExactly(1, 2, 3);
    buffer.acknowledged();
    assertThat(buffer.take()).as("the rest").containsExactly(4);
  }

  private static RowGroup<Integer> group(Integer... rows) {
    return new RowGroup<>(List.of(rows), rows.length);
  }

  private static BatchLimits limits(int rows, Duration wait) {
    return new BatchLimits(rows, Long.MAX_VALUE, wait);
  }

  private static RowBuffer<Integer> buffer(int rows, Duration wait) {
    return new RowBuffer<>(limits(rows, wait), List.of());
  }

  private static CompletableFuture<Void> adding(RowBuffer<Integer> buffer, int row) {
    return running(() -> buffer.add(group(row)));
  }

  private static CompletableFuture<Void> running(Step step) {
    return CompletableFuture.runAsync(() -> {
      try {
        step.run();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    });
  }

  /** A step that may wait. */
  private interface Step {
    void run() throws InterruptedException;
  }
}
