package io.twinlane.local.demo;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.Category;
import io.twinlane.catalog.Source;
import io.twinlane.catalog.derive.KafkaTopics;
import io.twinlane.kafka.KafkaConnection;
import io.twinlane.kafka.TopicReader;
import io.twinlane.kafka.codec.CategoryCodec;
import io.twinlane.kafka.codec.DroppedCodec;
import io.twinlane.kafka.codec.UnqualifiedCodec;
import io.twinlane.local.conservation.Ledger;
import io.twinlane.local.conservation.SourceCount;
import io.twinlane.local.parity.Cells;
import io.twinlane.local.parity.Identity;
import io.twinlane.local.parity.RowFeed;
import io.twinlane.normalize.CategoryRow;
import io.twinlane.normalize.DroppedMessage;
import io.twinlane.normalize.UnqualifiedRow;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Reads what the streaming lane wrote to Kafka and keeps account of it: a ledger for each source against the raw topic's own records, and
 * the different rows of each source and category. Everything counts by identity, so repeats change nothing. For one thread.
 */
final class LiveTally implements AutoCloseable {
  private final TopicReader reader;
  private final Map<String, Ledger> ledgers = new TreeMap<>();
  private final Map<String, Map<String, Set<Identity>>> rows = new HashMap<>();
  private final Map<String, TopicReader.Visitor> visitors = new HashMap<>();
  private final KafkaConnection kafka;
  private final List<Source> sources;

  LiveTally(KafkaConnection kafka, Catalog catalog, List<Source> sources) {
    this.kafka = kafka;
    this.sources = sources;
    sources.forEach(source -> ledgers.put(source.name(), new Ledger()));
    sources.forEach(this::visitSource);
    catalog.categories().stream().filter(category -> sources.stream().anyMatch(source -> source.categories().contains(category.name())))
        .forEach(category -> visitCategory(catalog, category));
    reader = new TopicReader(kafka, visitors.keySet());
  }

  private void visitSource(Source source) {
    Ledger ledger = ledgers.get(source.name());
    UnqualifiedCodec unqualified = new UnqualifiedCodec();
    DroppedCodec dropped = new DroppedCodec();
    visitors.put(source.rawTopic(), record -> ledger.raw(origin(record), record.offset() + 1));
    visitors.put(source.unqualifiedTopic(), record -> {
      UnqualifiedRow row = unqualified.decode(record.value());
      ledger.unqualified(row.origin(), row.originOffset(), row.rowIndex(), row.reason());
    });
    visitors.put(source.droppedTopic(), record -> {
      DroppedMessage message = dropped.decode(record.value());
      ledger.dropped(message.origin(), message.originOffset());
    });
  }

  private void visitCategory(Catalog catalog, Category category) {
    CategoryCodec codec = CategoryCodec.of(category, catalog.states());
    Map<String, Set<Identity>> bySource = rows.computeIfAbsent(category.name(), unused -> new TreeMap<>());
    visitors.put(KafkaTopics.categoryTopic(category.name()), record -> {
      CategoryRow row = codec.decode(record.value());
      bySource.computeIfAbsent(row.sourceSystem, unused -> new HashSet<>()).add(Cells.identity(row));
      Ledger ledger = ledgers.get(row.sourceSystem);
      if (ledger != null) {
        ledger.rows(row.origin, row.originOffset);
      }
    });
  }

  private static String origin(ConsumerRecord<byte[], byte[]> record) {
    return record.topic() + "/" + record.partition();
  }

  /** Reads on to what the topics hold now. */
  void catchUp() {
    reader.readToNow(record -> visitors.get(record.topic()).visit(record));
  }

  Map<String, SourceCount> counts() {
    Map<String, SourceCount> counts = new TreeMap<>();
    ledgers.forEach((source, ledger) -> counts.put(source, ledger.count()));
    return counts;
  }

  long rows(String category, String source) {
    return rows.getOrDefault(category, Map.of()).getOrDefault(source, Set.of()).size();
  }

  long rows(String category) {
    return rows.getOrDefault(category, Map.of()).values().stream().mapToLong(Set::size).sum();
  }

  /** The unqualified rows of every source, for comparison with the batch lane's. */
  RowFeed unqualified() {
    List<String> topics = sources.stream().map(Source::unqualifiedTopic).toList();
    UnqualifiedCodec codec = new UnqualifiedCodec();
    return out -> {
      try (TopicReader own = new TopicReader(kafka, topics)) {
        own.readToNow(record -> {
          UnqualifiedRow row = codec.decode(record.value());
          out.row(Cells.identity(row), Cells.of(row));
        });
      }
    };
  }

  @Override
  public void close() {
    reader.close();
  }
}
