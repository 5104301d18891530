package io.twinlane.types;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class OnceAMinuteTest {
  @Test
  void one_a_minute_is_due() {
    OnceAMinute log = new OnceAMinute();
    long minute = Duration.ofMinutes(1).toNanos();

    assertThat(log.due(-5)).isTrue();
    assertThat(log.due(0)).isFalse();
    assertThat(log.due(minute - 6)).isFalse();
    assertThat(log.due(minute - 5)).isTrue();
    assertThat(log.due(minute)).isFalse();
  }
}
