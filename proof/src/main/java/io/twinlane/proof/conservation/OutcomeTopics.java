package io.twinlane.proof.conservation;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.Category;
import io.twinlane.catalog.Source;
import io.twinlane.catalog.derive.KafkaTopics;
import io.twinlane.kafka.TopicReader;
import io.twinlane.kafka.codec.CategoryCodec;
import io.twinlane.kafka.codec.DroppedCodec;
import io.twinlane.kafka.codec.UnqualifiedCodec;
import io.twinlane.normalize.CategoryRow;
import io.twinlane.normalize.DroppedMessage;
import io.twinlane.normalize.UnqualifiedRow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The topics that say what became of some sources' messages: category rows, unqualified rows and receipts. For one thread. */
public final class OutcomeTopics {
  /** Is given every outcome of a message, repeats included. */
  public interface Visitor {
    void row(CategoryRow row);

    void unqualified(UnqualifiedRow row);

    void dropped(DroppedMessage message);
  }

  private final Map<String, BiConsumer<byte[], Visitor>> decoders = new HashMap<>();

  public OutcomeTopics(Catalog catalog, List<Source> sources) {
    UnqualifiedCodec unqualified = new UnqualifiedCodec(catalog.receipts());
    DroppedCodec dropped = new DroppedCodec(catalog.receipts());
    for (Source source : sources) {
      decoders.put(source.unqualifiedTopic(), (bytes, visitor) -> visitor.unqualified(unqualified.decode(bytes)));
      decoders.put(source.droppedTopic(), (bytes, visitor) -> visitor.dropped(dropped.decode(bytes)));
    }
    for (Category category : catalog.categories()) {
      if (sources.stream().anyMatch(source -> source.categories().contains(category.name()))) {
        CategoryCodec codec = CategoryCodec.of(category, catalog.states());
        decoders.put(KafkaTopics.categoryTopic(category.name()), (bytes, visitor) -> visitor.row(codec.decode(bytes)));
      }
    }
  }

  public Set<String> names() {
    return decoders.keySet();
  }

  /** Decodes each record of these topics for a visitor; to be used with a {@link TopicReader} of them. */
  public void visit(ConsumerRecord<byte[], byte[]> record, Visitor visitor) {
    decoders.get(record.topic()).accept(record.value(), visitor);
  }
}
