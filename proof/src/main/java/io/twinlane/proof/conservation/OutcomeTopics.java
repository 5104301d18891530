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
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The topics that say what became of some sources' messages: category rows, unqualified rows and receipts. For one thread. */
public final class OutcomeTopics {
  /** Is given every outcome of a message, repeats included; does nothing with those that it does not ask for. */
  public interface Visitor {
    default void row(CategoryRow row) {}

    default void unqualified(UnqualifiedRow row) {}

    default void dropped(DroppedMessage message) {}

    /** A record that tells nothing: it is none of the topic's rows, or a damaged one. */
    default void undecodable(String topic) {}
  }

  /** Decodes first, so that what a visitor throws is not taken for a fault of the record. */
  private interface Decoder {
    Consumer<Visitor> decode(byte[] bytes);
  }

  private final Map<String, Decoder> decoders = new HashMap<>();

  public OutcomeTopics(Catalog catalog, List<Source> sources) {
    UnqualifiedCodec unqualified = new UnqualifiedCodec(catalog.receipts());
    DroppedCodec dropped = new DroppedCodec(catalog.receipts());
    for (Source source : sources) {
      decoders.put(source.unqualifiedTopic(), bytes -> told(unqualified.decode(bytes), Visitor::unqualified));
      decoders.put(source.droppedTopic(), bytes -> told(dropped.decode(bytes), Visitor::dropped));
    }
    for (Category category : catalog.categories()) {
      if (sources.stream().anyMatch(source -> source.categories().contains(category.name()))) {
        CategoryCodec codec = CategoryCodec.of(category, catalog.states());
        decoders.put(KafkaTopics.categoryTopic(category.name()), bytes -> told(codec.decode(bytes), Visitor::row));
      }
    }
  }

  public Set<String> names() {
    return decoders.keySet();
  }

  /** Decodes each record of these topics for a visitor; to be used with a {@link TopicReader} of them. */
  public void visit(ConsumerRecord<byte[], byte[]> record, Visitor visitor) {
    Consumer<Visitor> outcome;
    try {
      outcome = decoders.get(record.topic()).decode(record.value());
    } catch (IllegalArgumentException e) {
      outcome = each -> each.undecodable(record.topic());
    }
    outcome.accept(visitor);
  }

  private static <T> Consumer<Visitor> told(T outcome, BiConsumer<Visitor, T> how) {
    return visitor -> how.accept(visitor, outcome);
  }
}
