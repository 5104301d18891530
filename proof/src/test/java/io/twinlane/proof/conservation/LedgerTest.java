package io.twinlane.proof.conservation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LedgerTest {
  private static final String FIRST = "ib/9";
  private static final String MENDED = "ib/10";

  private final Ledger ledger = new Ledger();

  @Test
  void every_message_counts_once_however_often_its_results_arrive() {
    ledger.raw("raw.ib/0", 0, 4);
    ledger.rows("raw.ib/0", 0, FIRST);
    ledger.rows("raw.ib/0", 0, FIRST);
    ledger.rows("raw.ib/0", 1, FIRST);
    ledger.unqualified("raw.ib/0", 2, 0, FIRST, "NOT_JSON");
    ledger.unqualified("raw.ib/0", 2, 0, FIRST, "NOT_JSON");
    ledger.dropped("raw.ib/0", 3, FIRST);

    SourceCount count = ledger.count();

    assertThat(count.conserved()).isTrue();
    assertThat(count).extracting(SourceCount::raw, SourceCount::withRows, SourceCount::unqualified, SourceCount::drops)
        .containsExactly(4L, 2L, 1L, 1L);
    assertThat(count.unqualifiedByReason()).containsExactly(java.util.Map.entry("NOT_JSON", 1L));
  }

  @Test
  void a_message_with_rows_and_unqualified_parts_counts_as_with_rows() {
    ledger.raw("raw.coinbase/1", 0, 1);
    ledger.rows("raw.coinbase/1", 0, FIRST);
    ledger.unqualified("raw.coinbase/1", 0, 2, FIRST, "NOT_A_NUMBER");

    SourceCount count = ledger.count();

    assertThat(count.conserved()).isTrue();
    assertThat(count).extracting(SourceCount::withRows, SourceCount::unqualified).containsExactly(1L, 0L);
    assertThat(count.unqualifiedByReason()).containsEntry("NOT_A_NUMBER", 1L);
  }

  @Test
  void a_lost_message_is_named() {
    ledger.raw("raw.ib/0", 0, 3);
    ledger.rows("raw.ib/0", 0, FIRST);
    ledger.dropped("raw.ib/0", 2, FIRST);

    assertThat(ledger.count().conserved()).isFalse();
    assertThat(ledger.count().findings()).containsExactly("raw.ib/0 offset 1 left no trace");
  }

  @Test
  void a_message_that_was_both_kept_and_dropped_is_named() {
    ledger.raw("raw.ib/0", 0, 1);
    ledger.rows("raw.ib/0", 0, FIRST);
    ledger.dropped("raw.ib/0", 0, FIRST);

    assertThat(ledger.count().conserved()).isFalse();
    assertThat(ledger.count().findings()).containsExactly("raw.ib/0 offset 0 was both kept and dropped");
  }

  @Test
  void a_result_without_a_raw_message_is_named() {
    ledger.raw("raw.ib/0", 0, 1);
    ledger.rows("raw.ib/0", 0, FIRST);
    ledger.rows("raw.ib/0", 5, FIRST);

    assertThat(ledger.count().conserved()).isFalse();
    assertThat(ledger.count().findings()).containsExactly("raw.ib/0 offset 5 has a result but no raw message");
  }

  @Test
  void offsets_may_begin_anywhere_and_be_larger_than_an_int() {
    long from = 5_000_000_000L;
    ledger.raw("raw.ib/0", from, from + 200_000);
    for (long offset = from; offset < from + 200_000; offset++) {
      ledger.rows("raw.ib/0", offset, FIRST);
    }
    assertThat(ledger.count().conserved()).isTrue();
    assertThat(ledger.count().raw()).isEqualTo(200_000);
    assertThat(ledger.knows("raw.ib/0", from)).isTrue();
    assertThat(ledger.knows("raw.ib/0", from - 1)).isFalse();
    assertThat(ledger.knows("raw.ib/1", from)).isFalse();
  }

  @Test
  void unqualified_messages_are_counted_once_by_the_reason_of_their_first_row() {
    ledger.raw("raw.coinbase/0", 0, 3);
    ledger.unqualified("raw.coinbase/0", 0, 0, FIRST, "NOT_A_NUMBER");
    ledger.unqualified("raw.coinbase/0", 0, 1, FIRST, "NOT_A_TIME");
    ledger.unqualified("raw.coinbase/0", 0, 1, FIRST, "NOT_A_TIME");
    ledger.unqualified("raw.coinbase/0", 1, 0, FIRST, "NOT_A_NUMBER");
    ledger.unqualified("raw.coinbase/0", 2, 0, FIRST, "NOT_A_TIME");
    ledger.rows("raw.coinbase/0", 2, FIRST);
    assertThat(ledger.unqualifiedMessages()).containsExactly(java.util.Map.entry("NOT_A_NUMBER", 2L));
    assertThat(ledger.count().unqualifiedByReason()).containsExactly(java.util.Map.entry("NOT_A_NUMBER", 2L), java.util.Map.entry("NOT_A_TIME", 2L));
  }

  @Test
  void what_the_newest_version_of_the_mapping_made_of_a_message_counts_whatever_older_ones_did() {
    ledger.raw("raw.ib/0", 0, 5);
    ledger.dropped("raw.ib/0", 0, FIRST);
    ledger.rows("raw.ib/0", 0, MENDED);
    ledger.dropped("raw.ib/0", 1, MENDED);
    ledger.rows("raw.ib/0", 1, FIRST);
    ledger.unqualified("raw.ib/0", 2, 0, FIRST, "NOT_A_NUMBER");
    ledger.dropped("raw.ib/0", 2, MENDED);
    ledger.unqualified("raw.ib/0", 3, 0, FIRST, "NOT_A_TIME");
    ledger.unqualified("raw.ib/0", 3, 1, FIRST, "NOT_A_NUMBER");
    ledger.unqualified("raw.ib/0", 3, 1, MENDED, "NOT_JSON");
    ledger.rows("raw.ib/0", 4, FIRST);

    SourceCount count = ledger.count();

    assertThat(count.findings()).isEmpty();
    assertThat(count).extracting(SourceCount::raw, SourceCount::withRows, SourceCount::unqualified, SourceCount::drops)
        .containsExactly(5L, 2L, 1L, 2L);
    assertThat(count.unqualifiedByReason()).isEqualTo(ledger.unqualifiedMessages()).containsExactly(java.util.Map.entry("NOT_JSON", 1L));
  }
}
