package io.twinlane.engines;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.PrimitiveIterator.OfLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PatienceTest {
  @Test
  void a_number_that_grows_is_waited_for_longer_than_the_limit() {
    OfLong number = LongStream.iterate(0, n -> n + 1).iterator();
    long begun = System.nanoTime();
    assertThat(Patience.untilReached(4, Duration.ofMillis(300), number::nextLong)).isTrue();
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(Duration.ofMillis(300));
  }

  @Test
  void a_number_that_stands_still_is_given_up() {
    assertThat(Patience.untilReached(4, Duration.ofMillis(300), () -> 3)).isFalse();
  }

  @Test
  void what_holds_at_once_takes_no_patience_and_what_never_holds_all_of_it() {
    assertThat(Patience.until(Duration.ZERO, () -> true)).isTrue();
    assertThat(Patience.until(Duration.ZERO, () -> false)).isFalse();
  }
}
