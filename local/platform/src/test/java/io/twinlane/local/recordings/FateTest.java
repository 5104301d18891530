package io.twinlane.local.recordings;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinlane.proof.conservation.SourceCount;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FateTest {
  @Test
  void reasons_are_told_the_most_frequent_first() {
    Fate fate = new Fate("ib", 1434, new SourceCount(1434, 0, 1370, 64, Map.of(), List.of()), Map.of("NOT_JSON", 70L, "UNKNOWN_MESSAGE", 1300L),
        Map.of("NOT_JSON", "Cannot read the message: it is not JSON", "UNKNOWN_MESSAGE", "Cannot find a rule"));
    assertThat(fate.text()).isEqualTo("ib: 1,434 messages: 0 with rows, 1,370 unqualified (UNKNOWN_MESSAGE 1,300, NOT_JSON 70), 64 dropped");
    assertThat(fate.exampleLines())
        .containsExactly("  UNKNOWN_MESSAGE: Cannot find a rule", "  NOT_JSON: Cannot read the message: it is not JSON");
    assertThat(fate.unaccounted()).isZero();
  }

  @Test
  void what_nothing_was_heard_of_is_told() {
    Fate fate = new Fate("ib", 5, new SourceCount(5, 2, 0, 0, Map.of(), List.of()), Map.of(), Map.of());
    assertThat(fate.text())
        .isEqualTo("ib: 5 messages: 2 with rows, 0 unqualified, 0 dropped, 3 not accounted for: normalize-ib stands still");
    assertThat(fate.document()).containsEntry("unaccounted", 3L);
  }
}
