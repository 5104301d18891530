package io.twinlane.kafka.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinlane.normalize.record.Stretches;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimelineTest {
  private static final long SECOND = 1_000_000L;

  @Test
  void pauses_longer_than_the_limit_are_shortened_to_it_and_counted() {
    Timeline timeline = timeline(MaxGap.parse("5s"), times(5, 0, 3, 100, 101, 1_000_000));
    assertThat(List.of(timeline.place(0), timeline.place(3 * SECOND), timeline.place(100 * SECOND), timeline.place(101 * SECOND),
        timeline.place(1_000_000 * SECOND))).containsExactly(0L, 3 * SECOND, 8 * SECOND, 9 * SECOND, 14 * SECOND);
    assertThat(timeline.length()).isEqualTo(14 * SECOND);
    assertThat(timeline.shortened()).isEqualTo(new Shortened(2, Duration.ofSeconds(92 + 999_894)));
  }

  @Test
  void a_pause_counts_only_where_no_recording_has_a_message() {
    Timeline timeline = timeline(MaxGap.parse("5s"), times(5, 0, 20), times(5, 4, 8, 12, 16));
    assertThat(timeline.place(20 * SECOND)).isEqualTo(20 * SECOND);
    assertThat(timeline.shortened()).isEqualTo(Shortened.NOTHING);
  }

  @Test
  void fifty_years_between_two_messages_take_as_long_as_the_limit() {
    assertThat(timeline(MaxGap.STANDARD, times(5, 0, 1_609_459_200L)).length()).isEqualTo(5 * SECOND);
  }

  @Test
  void nothing_is_shortened_when_a_person_wants_it_so() {
    Timeline timeline = timeline(MaxGap.NONE, times(5, 0, 1_609_459_200L));
    assertThat(timeline.length()).isEqualTo(1_609_459_200L * SECOND);
    assertThat(timeline.shortened()).isEqualTo(Shortened.NOTHING);
  }

  @Test
  void a_limit_of_zero_leaves_out_every_pause() {
    assertThat(timeline(MaxGap.parse("0"), times(0, 0, 1, 2, 50)).length()).isZero();
  }

  @Test
  void a_time_that_goes_back_counts_as_the_latest_before_it() {
    assertThat(timeline(MaxGap.STANDARD, times(5, 10, 12, 11, 13)).length()).isEqualTo(3 * SECOND);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "5", "-1s", "5 s", "soon", "0s0", "1d"})
  void a_limit_that_is_none_is_refused_with_what_is_allowed(String text) {
    assertThatThrownBy(() -> MaxGap.parse(text)).hasMessage("Cannot shorten pauses to '" + text + "': it must be a time such as 500ms, 5s, "
        + "2m or 1h, 0 for no pauses at all, or none for pauses as long as recorded.");
  }

  private static Timeline timeline(MaxGap limit, Stretches... recordings) {
    return Timeline.of(List.of(recordings), limit);
  }

  private static Stretches times(long limit, long... seconds) {
    Stretches times = new Stretches(limit * SECOND);
    for (long second : seconds) {
      times.add(second * SECOND);
    }
    return times;
  }
}
