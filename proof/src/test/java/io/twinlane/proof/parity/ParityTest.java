package io.twinlane.proof.parity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ParityTest {
  private static final Identity FIRST = new Identity("raw.ib/0", 0, 0);
  private static final Identity SECOND = new Identity("raw.ib/0", 1, 0);
  private static final RowFeed LIVE = reader -> {
    reader.row(FIRST, "ib/1", List.of("last_price=1.5", "last_price_state=LIVE"));
    reader.row(SECOND, "ib/1", List.of("last_price=2", "last_price_state=CARRIED"));
  };

  @Test
  void lanes_with_the_same_rows_in_another_order_agree() throws Exception {
    RowFeed silver = reader -> {
      reader.row(SECOND, "ib/1", List.of("last_price=2", "last_price_state=CARRIED"));
      reader.row(FIRST, "ib/1", List.of("last_price=1.5", "last_price_state=LIVE"));
    };

    ParityResult result = Parity.compare(LIVE, silver);

    assertThat(result).isEqualTo(new ParityResult(2, 0, 0, 0, 0, ComparedRange.NONE, List.of()));
    assertThat(result.holds()).isTrue();
  }

  @Test
  void a_tampered_value_is_shown_with_its_origin_and_both_values() throws Exception {
    RowFeed silver = reader -> {
      reader.row(FIRST, "ib/1", List.of("last_price=1.6", "last_price_state=LIVE"));
      reader.row(SECOND, "ib/1", List.of("last_price=2", "last_price_state=CARRIED"));
    };

    ParityResult result = Parity.compare(LIVE, silver);

    assertThat(result.holds()).isFalse();
    assertThat(result.different()).isEqualTo(1);
    assertThat(result.findings())
        .containsExactly("raw.ib/0 offset 0 row 0: last_price=1.5 in the streaming lane, last_price=1.6 in the batch lane");
  }

  @Test
  void a_row_that_one_lane_lacks_is_named() throws Exception {
    RowFeed silver = reader -> {
      reader.row(FIRST, "ib/1", List.of("last_price=1.5", "last_price_state=LIVE"));
      reader.row(new Identity("raw.ib/0", 7, 0), "ib/1", List.of("last_price=3", "last_price_state=LIVE"));
    };

    ParityResult result = Parity.compare(LIVE, silver);

    assertThat(result).extracting(ParityResult::compared, ParityResult::onlyLive, ParityResult::onlySilver).containsExactly(1L, 1L, 1L);
    assertThat(result.findings()).containsExactly(
        "raw.ib/0 offset 1 row 0: only in the streaming lane", "raw.ib/0 offset 7 row 0: only in the batch lane");
  }

  @Test
  void a_streaming_row_that_rests_on_an_older_mapping_is_counted_and_not_compared() throws Exception {
    RowFeed silver = reader -> reader.row(FIRST, "ib/2", List.of("last_price=150", "last_price_state=LIVE"));

    ParityResult result = Parity.compare(LIVE, silver);

    assertThat(result).as("SECOND is a row that the newer mapping gives no more").isEqualTo(new ParityResult(0, 0, 0, 0, 2, ComparedRange.NONE, List.of()));
    assertThat(result.holds()).isTrue();
    assertThat(result.empty()).isFalse();
    assertThat(Parity.compare(silver, LIVE)).as("a newer one is").extracting(ParityResult::different, ParityResult::onlySilver)
        .containsExactly(1L, 1L);
  }
}
