package io.twinlane.kafka.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinlane.catalog.TopicSettings;
import io.twinlane.catalog.derive.KafkaTopics.Topic;
import io.twinlane.kafka.Engines;
import io.twinlane.kafka.KafkaConfig;
import io.twinlane.kafka.Topics;
import io.twinlane.normalize.Recording.Recorded;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaybackTest {
  private static final long START = 1_600_000_000_000_000L;

  @Test
  void two_recorded_seconds_take_half_a_second_at_four_times_the_speed() {
    Engines.create("raw.quick", "raw.quicker");
    ReplayCounts counts = play(Speed.timesFaster(4), track("raw.quick", 201, 10_000), track("raw.quicker", 101, 10_000));
    assertThat(counts.byTopic()).containsEntry("raw.quick", 201L).containsEntry("raw.quicker", 101L);
    List<Long> quick = times("raw.quick");
    assertThat(quick.get(200) - quick.get(0)).as("ms from first to last").isBetween(400L, 1800L);
    assertThat(quick.get(100) - quick.get(0)).as("ms from first to middle").isBetween(150L, 1500L);
    List<Long> quicker = times("raw.quicker");
    assertThat(quicker.get(0) - quick.get(0)).as("ms between the two starts").isBetween(-1000L, 1000L);
    assertThat(quicker.get(100) - quicker.get(0)).as("ms from first to last").isBetween(150L, 1500L);
  }

  @Test
  void as_recorded_takes_as_long_as_it_took() {
    Engines.create("raw.recorded");
    assertThat(play(Speed.AS_RECORDED, track("raw.recorded", 11, 50_000)).took().toMillis()).isBetween(499L, 5000L);
  }

  @Test
  void flat_out_does_not_wait() {
    Engines.create("raw.flat");
    ReplayCounts counts = play(Speed.FLAT_OUT, track("raw.flat", 5_000, 60_000_000));
    assertThat(counts.total()).isEqualTo(5_000);
    assertThat(counts.took().toMillis()).isLessThan(20_000);
    assertThat(Engines.read("raw.flat")).hasSize(5_000);
  }

  @Test
  void a_message_without_a_time_follows_the_one_before_it_and_has_no_header() {
    Engines.create("raw.untimed");
    play(Speed.AS_RECORDED, Tracks.of("raw.untimed", "k", new Recorded(1, null, bytes("a")), new Recorded(2, START, bytes("b")),
        new Recorded(3, START + 1_500_000, bytes("c")), new Recorded(4, null, bytes("d")), new Recorded(5, START + 100_000, bytes("e"))));
    List<ConsumerRecord<byte[], byte[]>> records = Engines.read("raw.untimed");
    assertThat(records).extracting(r -> new String(r.value(), StandardCharsets.UTF_8)).containsExactly("a", "b", "c", "d", "e");
    assertThat(records).extracting(r -> r.headers().lastHeader("received") == null).containsExactly(true, false, false, true, false);
    assertThat(new String(records.get(2).headers().lastHeader("received").value(), StandardCharsets.UTF_8)).isEqualTo("1600000001500000");
    assertThat(records.get(3).timestamp() - records.get(2).timestamp()).as("ms after the one before").isBetween(0L, 1000L);
    assertThat(records.get(2).timestamp() - records.get(1).timestamp()).as("ms after the one before").isBetween(500L, 5000L);
  }

  @Test
  void a_message_too_large_for_kafka_stops_the_replay_with_its_line() {
    Engines.create("raw.large");
    List<Recorded> messages = new ArrayList<>(List.of(new Recorded(1, null, bytes("fine")),
        new Recorded(17, null, new byte[KafkaConfig.MAX_BYTES])));
    for (int i = 18; i < 40_000; i++) {
      messages.add(new Recorded(i, null, bytes("x")));
    }
    assertThatThrownBy(() -> play(Speed.FLAT_OUT, Tracks.of("raw.large", "k", messages)))
        .isInstanceOf(ReplayFailed.class)
        .hasMessageStartingWith("Cannot replay line 17 of recording of raw.large into raw.large: ")
        .hasMessageContaining("The message has 16777216 bytes; allowed is what kafka.max-message-bytes of catalog/platform.yaml says.");
  }

  @ParameterizedTest(name = "{0} bytes, more than a fetch as a rule holds")
  @ValueSource(ints = {4 << 20, 16 << 20})
  void the_largest_message_that_a_survey_allows_gets_through_though_nothing_of_it_can_be_compressed(int limit) {
    String topic = "raw.dense" + limit;
    Topics.create(Engines.kafka(), List.of(new Topic(topic, TopicSettings.onOneBroker(1, Duration.ofDays(1)), limit, "")));
    byte[] dense = new byte[Playback.largestMessage(limit)];
    new Random(7).nextBytes(dense);
    new Playback(Engines.kafka(), Speed.FLAT_OUT, MaxGap.STANDARD)
        .play(List.of(Tracks.of(topic, "\u20ac".repeat(5_000), new Recorded(1, START, dense))), ReplayProgress.NONE);
    assertThat(Engines.read(topic)).singleElement().satisfies(record -> assertThat(record.value()).isEqualTo(dense));
  }

  @Test
  void progress_is_told_while_it_plays_and_at_the_end() {
    Engines.create("raw.told");
    List<String> told = new CopyOnWriteArrayList<>();
    new Playback(Engines.kafka(), Speed.AS_RECORDED, MaxGap.STANDARD).play(
        List.of(track("raw.told", 13, 100_000)), (sent, total, left) -> told.add(sent + "/" + total));
    assertThat(told).hasSizeGreaterThanOrEqualTo(3).last().isEqualTo("13/13");
  }

  @Test
  void a_topic_that_is_not_there_is_named() {
    KafkaConfig hasty = new KafkaConfig(Engines.kafka().bootstrapServers(), java.util.Map.of("max.block.ms", "300"));
    assertThatThrownBy(() -> new Playback(hasty, Speed.FLAT_OUT, MaxGap.STANDARD).play(List.of(track("raw.absent", 1, 1)), ReplayProgress.NONE))
        .isInstanceOf(ReplayFailed.class).hasMessageStartingWith("Cannot replay into raw.absent at 127.0.0.1:");
  }

  @Test
  void a_speed_has_a_text() {
    for (String text : List.of("recorded", "10x", "max")) {
      assertThat(Speed.parse(text)).hasToString(text);
    }
    assertThatThrownBy(() -> Speed.parse("fast"))
        .hasMessage("Cannot play at speed 'fast': it must be recorded, max, or a number of times such as 10x.");
    assertThatThrownBy(() -> Speed.parse("0x")).hasMessageStartingWith("Cannot play at speed '0x'");
  }

  private static ReplayCounts play(Speed speed, Track... tracks) {
    return new Playback(Engines.kafka(), speed, MaxGap.STANDARD).play(List.of(tracks), ReplayProgress.NONE);
  }

  private static Track track(String topic, int count, long microsApart) {
    List<Recorded> messages = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      messages.add(new Recorded(i + 1, START + i * microsApart, bytes("message " + i)));
    }
    return Tracks.of(topic, "k", messages);
  }

  private static List<Long> times(String topic) {
    return Engines.read(topic).stream().map(ConsumerRecord::timestamp).toList();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
  }
}
