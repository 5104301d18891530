package io.twinlane.proof.conservation;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.ReleasedReceipts;
import io.twinlane.catalog.Source;
import io.twinlane.catalog.derive.KafkaTopics;
import io.twinlane.kafka.KafkaConnection;
import io.twinlane.kafka.TopicIds;
import io.twinlane.kafka.TopicReader;
import io.twinlane.kafka.codec.UnqualifiedCodec;
import io.twinlane.normalize.CategoryRow;
import io.twinlane.normalize.DroppedMessage;
import io.twinlane.normalize.UnqualifiedRow;
import io.twinlane.proof.parity.Cells;
import io.twinlane.proof.parity.Identity;
import io.twinlane.proof.parity.RowFeed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Reads what the streaming lane wrote to Kafka and keeps account of it: a ledger for each source against the raw topic's own records, and
 * the different rows of each source and category. Everything counts by identity, so repeats change nothing. For one thread.
 */
public final class LiveTally implements OutcomeTopics.Visitor, AutoCloseable {
  private final TopicReader reader;
  private final OutcomeTopics outcomes;
  private final Map<String, Ledger> ledgers = new TreeMap<>();
  private final Map<String, Ledger> byRawTopic = new HashMap<>();
  private final TopicIds ids;
  private final Map<String, Map<String, Set<Identity>>> rows = new HashMap<>();
  private final Map<String, Long> ends = new HashMap<>();
  private final KafkaConnection kafka;
  private final List<Source> sources;
  private final ReleasedReceipts receipts;

  public LiveTally(KafkaConnection kafka, Catalog catalog, List<Source> sources) {
    this.kafka = kafka;
    this.sources = sources;
    this.receipts = catalog.receipts();
    sources.forEach(source -> ledgers.put(source.name(), new Ledger()));
    sources.forEach(source -> byRawTopic.put(source.rawTopic(), ledgers.get(source.name())));
    ids = TopicIds.of(kafka, byRawTopic.keySet());
    outcomes = new OutcomeTopics(catalog, sources);
    List<String> topics = new ArrayList<>(outcomes.names());
    topics.addAll(byRawTopic.keySet());
    reader = new TopicReader(kafka, topics);
  }

  /** Reads on to what the topics hold now. */
  public void catchUp() {
    reader.readToNow(record -> {
      Ledger raw = byRawTopic.get(record.topic());
      if (raw != null) {
        raw.raw(ids.origin(record.topic(), record.partition()), record.offset(), record.offset() + 1);
      } else {
        ends.put(record.topic() + '/' + record.partition(), record.offset() + 1);
        outcomes.visit(record, this);
      }
    });
  }

  @Override
  public void row(CategoryRow row) {
    rows.computeIfAbsent(row.category, unused -> new TreeMap<>()).computeIfAbsent(row.sourceSystem, unused -> new HashSet<>())
        .add(Cells.identity(row));
    if (ledgers.containsKey(row.sourceSystem)) {
      ledgers.get(row.sourceSystem).rows(row.origin, row.originOffset);
    }
  }

  @Override
  public void unqualified(UnqualifiedRow row) {
    ledgers.get(row.sourceSystem()).unqualified(row.origin(), row.originOffset(), row.rowIndex(), row.reason());
  }

  @Override
  public void dropped(DroppedMessage message) {
    ledgers.get(message.sourceSystem()).dropped(message.origin(), message.originOffset());
  }

  /** What became of each source's messages as far as was read, by its name. */
  public Map<String, SourceCount> counts() {
    Map<String, SourceCount> counts = new TreeMap<>();
    ledgers.forEach((source, ledger) -> counts.put(source, ledger.count()));
    return counts;
  }

  /** One past the last row's offset in the topics of some categories, by {@code topic/partition}. */
  public Map<String, Long> ends(List<String> categories) {
    Set<String> topics = categories.stream().map(KafkaTopics::categoryTopic).collect(Collectors.toSet());
    Map<String, Long> chosen = new TreeMap<>(ends);
    chosen.keySet().removeIf(partition -> !topics.contains(partition.substring(0, partition.lastIndexOf('/'))));
    return chosen;
  }

  /** Different rows of a source in a category. */
  public long rows(String category, String source) {
    return rows.getOrDefault(category, Map.of()).getOrDefault(source, Set.of()).size();
  }

  /** Different rows of a category. */
  public long rows(String category) {
    return rows.getOrDefault(category, Map.of()).values().stream().mapToLong(Set::size).sum();
  }

  /** Unqualified rows of every source; a message may have several. */
  public long unqualifiedRows() {
    return ledgers.values().stream().flatMap(ledger -> ledger.count().unqualifiedByReason().values().stream()).mapToLong(Long::longValue)
        .sum();
  }

  /** The unqualified rows of every source, for comparison with the batch lane's. */
  public RowFeed unqualified() {
    List<String> topics = sources.stream().map(Source::unqualifiedTopic).toList();
    UnqualifiedCodec codec = new UnqualifiedCodec(receipts);
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
