package io.twinlane.kafka;

import io.twinlane.catalog.Source;
import io.twinlane.normalize.RawMessage;
import java.util.List;
import org.apache.flink.connector.kafka.source.KafkaSource;

/** Reads a source's raw topic. */
public final class RawTopicSource {
  private RawTopicSource() {}

  public static KafkaSource<RawMessage> of(KafkaConnection kafka, Source source, Reading reading) {
    return TopicSource.of(kafka, List.of(source.rawTopic()), reading, new RawRecord());
  }
}
