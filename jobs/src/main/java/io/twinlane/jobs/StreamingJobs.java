package io.twinlane.jobs;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.Category;
import io.twinlane.catalog.Source;
import io.twinlane.jobs.archive.ArchiveJob;
import io.twinlane.jobs.ingest.IngestJob;
import io.twinlane.jobs.ingest.IngestUnqualifiedJob;
import io.twinlane.jobs.normalize.NormalizeJob;
import java.util.ArrayList;
import java.util.List;

/** The platform's own streaming jobs, as a catalog declares them: normalize and archive of each live source, ingest of what they give. */
public final class StreamingJobs {
  private static final int NORMALIZE_PARALLELISM = 2;

  private StreamingJobs() {}

  /**
   * Of every live source and category.
   *
   * @param withoutState whether normalize may start without its state where a topic has lost its beginning
   */
  public static List<StreamingJob> of(Catalog catalog, Connections connections, boolean withoutState) {
    List<StreamingJob> jobs = new ArrayList<>();
    List<Source> live = catalog.sources(Source.Lane.LIVE);
    for (Source source : live) {
      jobs.add(new StreamingJob(NormalizeJob.name(source), NORMALIZE_PARALLELISM,
          env -> NormalizeJob.run(env, catalog, source, connections.kafka(), withoutState)));
      jobs.add(new StreamingJob(ArchiveJob.name(source), 1, env -> ArchiveJob.run(env, source, connections.kafka(), connections.lake())));
    }
    for (Category category : catalog.categories()) {
      if (catalog.sourcesOf(category).stream().anyMatch(Source::live)) {
        jobs.add(new StreamingJob(IngestJob.name(category), 1,
            env -> IngestJob.run(env, catalog, category, connections.kafka(), connections.clickhouse())));
      }
    }
    jobs.add(new StreamingJob(IngestUnqualifiedJob.NAME, 1,
        env -> IngestUnqualifiedJob.run(env, live, catalog.receipts(), connections.kafka(), connections.clickhouse())));
    return jobs;
  }
}
