package io.twinlane.kafka;

import io.twinlane.catalog.Source;
import io.twinlane.normalize.RawMessage;
import java.util.List;

/** Reads a source's raw topic as it is when this is called: another incarnation of it is another origin. */
public final class RawTopicSource {
  private RawTopicSource() {}

  public static TopicInput<RawMessage> of(KafkaConfig kafka, Source source, Reading reading) {
    List<String> topics = List.of(source.rawTopic());
    TopicIds ids = TopicIds.of(kafka, topics);
    return new TopicInput<>(kafka, topics, reading, new RawRecord(ids), ids);
  }
}
