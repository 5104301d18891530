package io.twinlane.local.days;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.Category;
import io.twinlane.catalog.Source;
import io.twinlane.jobs.JobConfig;
import io.twinlane.jobs.bronze.BronzeJob;
import io.twinlane.jobs.silver.SilverCounts;
import io.twinlane.jobs.silver.SilverJob;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The batch lane of a history, which works out everything from what the archive holds. */
final class BatchLane {
  private final Kept kept;

  BatchLane(Kept kept) {
    this.kept = kept;
  }

  /** How many messages of each source bronze holds now. */
  Map<String, Long> bronze(Catalog catalog) throws Exception {
    Map<String, Long> messages = new TreeMap<>();
    for (Source source : catalog.sources(Source.Lane.LIVE)) {
      messages.put(source.name(), BronzeJob.run(environment(catalog), catalog, source, kept.connections.lake()));
    }
    return messages;
  }

  /** What silver made of each source's messages. */
  Map<String, SilverCounts.OfSource> silver(Catalog catalog) throws Exception {
    Map<String, SilverCounts.OfSource> counts = new TreeMap<>();
    for (Category category : Kept.categories(catalog)) {
      SilverJob.run(environment(catalog), catalog, category, kept.connections.lake()).bySource()
          .forEach((source, count) -> counts.merge(source, count, SilverCounts.OfSource::plus));
    }
    return counts;
  }

  private StreamExecutionEnvironment environment(Catalog catalog) {
    return kept.flink.environment(JobConfig.from(new Configuration(), catalog).ofBatch());
  }
}
