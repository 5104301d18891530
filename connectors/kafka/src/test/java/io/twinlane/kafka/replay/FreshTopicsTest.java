package io.twinlane.kafka.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinlane.kafka.Engines;
import io.twinlane.normalize.Recording.Recorded;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.RepeatedTest;

/** A broker that is not yet a partition's leader refuses a first batch and may take the second: with several in flight, for good. */
class FreshTopicsTest {
  private static final int TOPICS = 20;
  private static final int MESSAGES = 40;
  private static int round;

  @RepeatedTest(3)
  void messages_into_topics_that_were_created_this_moment_arrive_all_and_in_order() throws Exception {
    String prefix = "raw.fresh" + round++ + ".";
    List<String> topics = IntStream.range(0, TOPICS).mapToObj(i -> prefix + i).toList();
    try (Admin admin = Admin.create(Engines.kafka().client())) {
      admin.createTopics(topics.stream().map(t -> new NewTopic(t, Optional.of(1), Optional.empty())).toList()).all().get();
    }
    new Playback(Engines.kafka(), Speed.AS_RECORDED, MaxGap.STANDARD).play(topics.stream().map(FreshTopicsTest::track).toList(), ReplayProgress.NONE);
    List<String> expected = IntStream.range(0, MESSAGES).mapToObj(Integer::toString).toList();
    for (String topic : topics) {
      assertThat(Engines.read(topic)).as(topic).extracting(record -> new String(record.value(), StandardCharsets.UTF_8)).isEqualTo(expected);
    }
  }

  private static Track track(String topic) {
    return Tracks.of(topic, "k", IntStream.range(0, MESSAGES)
        .mapToObj(i -> new Recorded(i + 1, i * 10_000L, Integer.toString(i).getBytes(StandardCharsets.UTF_8))).toList());
  }
}
