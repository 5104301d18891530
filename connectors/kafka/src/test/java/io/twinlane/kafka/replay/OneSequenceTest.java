package io.twinlane.kafka.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinlane.kafka.Engines;
import io.twinlane.kafka.TopicIds;
import io.twinlane.normalize.Recording.Recorded;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** Recordings of one topic are one sequence, whatever the speed. */
class OneSequenceTest {
  private static final long START = 1_600_000_000_000_000L;
  private static int topics;
  private final String topic = "raw.sequence" + topics++;

  @Test
  void recordings_of_a_topic_are_merged_by_receive_time() {
    assertThat(played(Speed.FLAT_OUT, List.of(at(1, "a1"), at(4, "a4"), at(6, "a6")), List.of(at(2, "b2"), at(3, "b3"), at(5, "b5"))))
        .containsExactly("a1", "b2", "b3", "a4", "b5", "a6");
  }

  @Test
  void what_was_received_together_stands_in_the_order_of_the_recordings() {
    assertThat(played(Speed.FLAT_OUT, List.of(at(1, "a1"), at(1, "a2")), List.of(at(1, "b1")))).containsExactly("a1", "a2", "b1");
  }

  @Test
  void a_recording_keeps_its_own_order_where_its_times_go_back() {
    assertThat(played(Speed.FLAT_OUT, List.of(at(1, "a1"), at(5, "a5"), at(2, "a2"), at(6, "a6")), List.of(at(3, "b3"), at(5, "b5"))))
        .containsExactly("a1", "b3", "a5", "a2", "b5", "a6");
  }

  @Test
  void what_has_no_time_stays_with_the_message_before_it_or_at_the_beginning_with_the_one_after_it() {
    assertThat(played(Speed.FLAT_OUT, List.of(untimed("a-greeting"), at(3, "a3"), untimed("a-follows")), List.of(at(1, "b1"), at(4, "b4"))))
        .containsExactly("b1", "a-greeting", "a3", "a-follows", "b4");
  }

  @Test
  void recordings_without_times_come_last_in_their_own_order() {
    assertThat(played(Speed.FLAT_OUT, List.of(untimed("a1"), untimed("a2")), List.of(at(1, "b1")), List.of(untimed("c1"))))
        .containsExactly("b1", "a1", "a2", "c1");
  }

  @Test
  void two_recordings_of_different_years_take_no_longer_than_the_limit_and_keep_their_receive_times() {
    Engines.create(topic);
    long years = 51L * 365 * 86_400_000;
    Track old = Tracks.of(topic, "k", at(-years, "old"));
    ReplayCounts counts = new Playback(Engines.kafka(), Speed.AS_RECORDED, new MaxGap(Duration.ofMillis(400)))
        .play(List.of(Tracks.of(topic, "k", at(0, "new")), old), ReplayProgress.NONE);
    assertThat(counts.took().toMillis()).isBetween(399L, 5_000L);
    assertThat(counts.shortened()).isEqualTo(new Shortened(1, Duration.ofMillis(years - 400)));
    assertThat(Engines.read(topic)).extracting(record -> new String(record.value(), StandardCharsets.UTF_8)).containsExactly("old", "new");
    assertThat(Engines.read(topic)).extracting(OneSequenceTest::received).containsExactly(START - years * 1000, START);
  }

  @Test
  void the_time_that_is_left_is_told() {
    Engines.create(topic);
    List<Duration> left = new ArrayList<>();
    new Playback(Engines.kafka(), Speed.AS_RECORDED, MaxGap.STANDARD)
        .play(List.of(Tracks.of(topic, "k", at(0, "a"), at(1_200, "b"))), (sent, total, remaining) -> left.add(remaining));
    assertThat(left.get(0)).isBetween(Duration.ofMillis(1), Duration.ofMillis(1_200));
    assertThat(left.get(left.size() - 1)).isZero();
  }

  @Test
  void messages_without_a_key_take_turns_between_the_partitions_and_offsets_are_told() {
    Engines.create(topic);
    ReplayCounts counts = new Playback(Engines.kafka(), Speed.FLAT_OUT, MaxGap.STANDARD)
        .play(List.of(Tracks.of(topic, null, at(0, "a"), at(1, "b"), at(2, "c"))), ReplayProgress.NONE);
    TopicIds ids = TopicIds.of(Engines.kafka(), List.of(topic));
    assertThat(counts.offsets()).containsEntry(ids.origin(topic, 0), List.of(new OffsetRange(0, 2)))
        .containsEntry(ids.origin(topic, 1), List.of(new OffsetRange(0, 1)));
  }

  @SafeVarargs
  private List<String> played(Speed speed, List<Recorded>... recordings) {
    Engines.create(topic);
    List<Track> tracks = new ArrayList<>();
    for (List<Recorded> recording : recordings) {
      tracks.add(Tracks.of(topic, "k", recording));
    }
    new Playback(Engines.kafka(), speed, MaxGap.STANDARD).play(tracks, ReplayProgress.NONE);
    return Engines.read(topic).stream().map(record -> new String(record.value(), StandardCharsets.UTF_8)).toList();
  }

  private static Long received(ConsumerRecord<byte[], byte[]> record) {
    return Long.valueOf(new String(record.headers().lastHeader("received").value(), StandardCharsets.UTF_8));
  }

  private static Recorded at(long millis, String message) {
    return new Recorded(1, START + millis * 1000, message.getBytes(StandardCharsets.UTF_8));
  }

  private static Recorded untimed(String message) {
    return new Recorded(1, null, message.getBytes(StandardCharsets.UTF_8));
  }
}
