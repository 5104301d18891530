package io.twinlane.kafka;

import io.twinlane.catalog.ReleasedReceipts;
import io.twinlane.catalog.Source;
import io.twinlane.kafka.codec.UnqualifiedCodec;
import io.twinlane.normalize.UnqualifiedRow;
import io.twinlane.types.RowTypes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the unqualified topics of several sources at once. */
public final class UnqualifiedTopicSource {
  private UnqualifiedTopicSource() {}

  /** A record that is no unqualified row is one itself: what could not go on. */
  public static TopicInput<UnqualifiedRow> of(KafkaConfig kafka, List<Source> sources, ReleasedReceipts released, Reading reading) {
    Map<String, String> sourceByTopic = new HashMap<>();
    sources.forEach(source -> sourceByTopic.put(source.unqualifiedTopic(), source.name()));
    List<String> topics = sources.stream().map(Source::unqualifiedTopic).toList();
    TopicIds ids = TopicIds.of(kafka, topics);
    UnqualifiedCodec codec = new UnqualifiedCodec(released);
    return new TopicInput<>(kafka, topics, reading, new Decoding<>(codec::decode,
        (record, why) -> UndecodableRecord.row(record, ids, sourceByTopic.get(record.topic()), null, why), RowTypes.UNQUALIFIED_ROW), ids);
  }
}
