package io.twinlane.proof.conservation;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.Source;
import io.twinlane.catalog.derive.KafkaTopics;
import io.twinlane.kafka.KafkaConfig;
import io.twinlane.kafka.TopicIds;
import io.twinlane.kafka.TopicReader;
import io.twinlane.kafka.replay.OffsetRange;
import io.twinlane.normalize.CategoryRow;
import io.twinlane.normalize.DroppedMessage;
import io.twinlane.normalize.UnqualifiedRow;
import io.twinlane.proof.parity.RowFeed;
import io.twinlane.proof.parity.RowTexts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Reads what the streaming lane wrote to Kafka and keeps account of it: a ledger for each source against the raw topic's own records, and
 * the different rows of each source and category. Everything counts by identity, so repeats change nothing. Messages whose outcome may be
 * forgotten already, and outcomes of messages that are, or that an earlier incarnation of a raw topic held, are left out. For one thread.
 */
public final class LiveTally implements OutcomeTopics.Visitor, AutoCloseable {
  private final TopicReader reader;
  private final OutcomeTopics outcomes;
  private final Map<String, Ledger> ledgers = new TreeMap<>();
  private final Map<String, Ledger> byRawTopic = new HashMap<>();
  private final TopicIds ids;
  private final Map<String, Long> firstByOrigin = new HashMap<>();
  private final Map<String, Map<String, IdentitySet>> rows = new HashMap<>();
  private final Map<String, OffsetRange> read = new HashMap<>();
  private final Map<String, Long> undecodable = new TreeMap<>();
  private final KafkaConfig kafka;
  private final List<Source> sources;

  public LiveTally(KafkaConfig kafka, Catalog catalog, List<Source> sources) {
    this.kafka = kafka;
    this.sources = sources;
    sources.forEach(source -> ledgers.put(source.name(), new Ledger()));
    sources.forEach(source -> byRawTopic.put(source.rawTopic(), ledgers.get(source.name())));
    ids = TopicIds.of(kafka, byRawTopic.keySet());
    outcomes = new OutcomeTopics(catalog, sources);
    Map<String, Duration> retentions = KafkaTopics.of(catalog).stream().filter(topic -> outcomes.names().contains(topic.name()))
        .collect(Collectors.toMap(KafkaTopics.Topic::name, KafkaTopics.Topic::retention));
    FirstAccountable.offsets(kafka, byRawTopic.keySet(), retentions)
        .forEach((partition, first) -> firstByOrigin.put(ids.origin(partition.topic(), partition.partition()), first));
    List<String> topics = new ArrayList<>(outcomes.names());
    topics.addAll(byRawTopic.keySet());
    reader = new TopicReader(kafka, topics);
  }

  /** Reads on to what the topics hold now. */
  public void catchUp() {
    reader.readToNow(record -> {
      Ledger raw = byRawTopic.get(record.topic());
      if (raw != null) {
        String origin = ids.origin(record.topic(), record.partition());
        if (accountable(origin, record.offset())) {
          raw.raw(origin, record.offset(), record.offset() + 1);
        }
      } else {
        read.merge(record.topic() + '/' + record.partition(), new OffsetRange(record.offset(), record.offset() + 1),
            (before, one) -> new OffsetRange(before.from(), one.end()));
        outcomes.visit(record, this);
      }
    });
  }

  /** Whether everything that became of a message can still be told: it is held, and no topic of outcomes has forgotten its time. */
  public boolean accountable(String origin, long offset) {
    Long first = firstByOrigin.get(origin);
    return first != null && offset >= first;
  }

  @Override
  public void row(CategoryRow row) {
    rows.computeIfAbsent(row.category, unused -> new TreeMap<>()).computeIfAbsent(row.sourceSystem, unused -> new IdentitySet())
        .add(row.origin, row.originOffset, row.rowIndex);
    if (ledgers.containsKey(row.sourceSystem) && accountable(row.origin, row.originOffset)) {
      ledgers.get(row.sourceSystem).rows(row.origin, row.originOffset, row.mappingVersion);
    }
  }

  @Override
  public void unqualified(UnqualifiedRow row) {
    if (accountable(row.origin(), row.originOffset())) {
      ledgers.get(row.sourceSystem()).unqualified(
          row.origin(), row.originOffset(), row.rowIndex(), row.mappingVersion(), row.reason());
    }
  }

  @Override
  public void dropped(DroppedMessage message) {
    if (accountable(message.origin(), message.originOffset())) {
      ledgers.get(message.sourceSystem()).dropped(message.origin(), message.originOffset(), message.mappingVersion());
    }
  }

  @Override
  public void undecodable(String topic) {
    undecodable.merge(topic, 1L, Long::sum);
  }

  /** Records that tell nothing of any message, by topic: whoever wrote them was none of ours, or they were damaged. */
  public Map<String, Long> undecodable() {
    return undecodable;
  }

  /** What became of each source's messages as far as was read, by its name. */
  public Map<String, SourceCount> counts() {
    Map<String, SourceCount> counts = new TreeMap<>();
    ledgers.forEach((source, ledger) -> counts.put(source, ledger.count()));
    return counts;
  }

  /** Where the rows of some categories lie in their topics, from the first to past the last, by {@code topic/partition}. */
  public Map<String, OffsetRange> read(List<String> categories) {
    Set<String> topics = categories.stream().map(KafkaTopics::categoryTopic).collect(Collectors.toSet());
    Map<String, OffsetRange> chosen = new TreeMap<>(read);
    chosen.keySet().removeIf(partition -> !topics.contains(partition.substring(0, partition.lastIndexOf('/'))));
    return chosen;
  }

  /** Different rows of a source in a category. */
  public long rows(String category, String source) {
    IdentitySet found = rows.getOrDefault(category, Map.of()).get(source);
    return found == null ? 0 : found.size();
  }

  /** Different rows of a category. */
  public long rows(String category) {
    return rows.getOrDefault(category, Map.of()).values().stream().mapToLong(IdentitySet::size).sum();
  }

  /** Unqualified rows of every source; a message may have several. */
  public long unqualifiedRows() {
    return ledgers.values().stream().flatMap(ledger -> ledger.count().unqualifiedByReason().values().stream()).mapToLong(Long::longValue)
        .sum();
  }

  /** The unqualified rows of every source, for comparison with the batch lane's. */
  public RowFeed unqualified() {
    List<String> topics = sources.stream().map(Source::unqualifiedTopic).toList();
    return out -> {
      OutcomeTopics.Visitor visitor = new OutcomeTopics.Visitor() {
        @Override
        public void unqualified(UnqualifiedRow row) {
          out.row(RowTexts.identity(row), row.mappingVersion(), RowTexts.of(row));
        }
      };
      try (TopicReader own = new TopicReader(kafka, topics)) {
        own.readToNow(record -> outcomes.visit(record, visitor));
      }
    };
  }

  @Override
  public void close() {
    reader.close();
  }
}
