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
  private StreamingJobs() {}

  /** Of every live source and category. */
  public static List<StreamingJob> of(Catalog catalog, Connections connections, JobConfig config) {
    JobConfig.Subtasks subtasks = config.subtasks();
    List<StreamingJob> jobs = new ArrayList<>();
    List<Source> live = catalog.sources(Source.Lane.LIVE);
    for (Source source : live) {
      jobs.add(new StreamingJob(NormalizeJob.name(source), subtasks.normalize(),
          env -> NormalizeJob.run(env, catalog, source, connections.kafka(), config.normalizeWithoutState())));
      jobs.add(new StreamingJob(ArchiveJob.name(source), subtasks.archive(),
          env -> ArchiveJob.run(env, source, connections.kafka(), connections.lake())));
    }
    for (Category category : catalog.categories()) {
      if (catalog.sourcesOf(category).stream().anyMatch(Source::live)) {
        jobs.add(new StreamingJob(IngestJob.name(category), subtasks.ingest(),
            env -> IngestJob.run(env, catalog, category, connections.kafka(), connections.clickhouse())));
      }
    }
    jobs.add(new StreamingJob(IngestUnqualifiedJob.NAME, subtasks.ingest(),
        env -> IngestUnqualifiedJob.run(env, live, catalog.receipts(), connections.kafka(), connections.clickhouse())));
    return jobs;
  }
}
