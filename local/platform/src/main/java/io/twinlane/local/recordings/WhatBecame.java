package io.twinlane.local.recordings;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.Source;
import io.twinlane.engines.Patience;
import io.twinlane.kafka.KafkaConfig;
import io.twinlane.kafka.TopicReader;
import io.twinlane.kafka.replay.ReplayCounts;
import io.twinlane.local.terminal.Progress;
import io.twinlane.normalize.CategoryRow;
import io.twinlane.normalize.DroppedMessage;
import io.twinlane.normalize.UnqualifiedRow;
import io.twinlane.proof.conservation.Ledger;
import io.twinlane.proof.conservation.OutcomeTopics;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Tells what became of one replay's messages, by their offsets: others may write to the same topics meanwhile. Make it before the replay
 * begins: it reads what normalize writes from then on. For one thread.
 */
public final class WhatBecame implements AutoCloseable {
  private static final Duration STANDSTILL = Duration.ofSeconds(30);

  private final Source source;
  private final OutcomeTopics topics;
  private final TopicReader reader;

  public WhatBecame(KafkaConfig kafka, Catalog catalog, Source source) {
    this.source = source;
    topics = new OutcomeTopics(catalog, List.of(source));
    reader = TopicReader.fromNow(kafka, topics.names());
  }

  /** Waits until normalize has accounted for all of it, or has made no progress for half a minute. */
  public Fate await(ReplayCounts played, Progress progress) {
    Ledger ledger = new Ledger();
    played.offsets().forEach((origin, ranges) -> ranges.forEach(range -> ledger.raw(origin, range.from(), range.end())));
    Marks marks = new Marks(ledger, new TreeMap<>());
    try (Progress.Step step = progress.begin("Waiting for normalize-" + source.name())) {
      Patience.untilReached(played.total(), STANDSTILL, () -> {
        reader.readToNow(record -> topics.visit(record, marks));
        long accounted = ledger.count().accounted();
        step.at(String.format(Locale.ROOT, "%,d of %,d messages accounted for", accounted, played.total()));
        return accounted;
      });
    }
    return new Fate(source.name(), played.total(), ledger.count(), ledger.unqualifiedMessages(), marks.examples());
  }

  @Override
  public void close() {
    reader.close();
  }

  /** Marks in a ledger what became of the messages that it knows, with a sentence for each reason. */
  private record Marks(Ledger ledger, Map<String, String> examples) implements OutcomeTopics.Visitor {
    @Override
    public void row(CategoryRow row) {
      if (ledger.knows(row.origin, row.originOffset)) {
        ledger.rows(row.origin, row.originOffset, row.mappingVersion);
      }
    }

    @Override
    public void unqualified(UnqualifiedRow row) {
      if (ledger.knows(row.origin(), row.originOffset())) {
        ledger.unqualified(row.origin(), row.originOffset(), row.rowIndex(), row.mappingVersion(), row.reason());
        examples.putIfAbsent(row.reason(), row.explanation());
      }
    }

    @Override
    public void dropped(DroppedMessage message) {
      if (ledger.knows(message.origin(), message.originOffset())) {
        ledger.dropped(message.origin(), message.originOffset(), message.mappingVersion());
      }
    }
  }
}
