package io.twinlane.jobs;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.Category;
import io.twinlane.catalog.Source;
import io.twinlane.jobs.bronze.BronzeJob;
import io.twinlane.jobs.ingest.IngestFilesJob;
import io.twinlane.jobs.silver.SilverCounts;
import io.twinlane.jobs.silver.SilverJob;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The jobs of the batch lane on some Flink, two at a time, each to its end; one that fails stops no other. */
public final class BatchJobs {
  private static final int AT_ONCE = 2;

  private final Function<Configuration, StreamExecutionEnvironment> flink;
  private final Catalog catalog;
  private final Connections connections;
  private final JobConfig config;

  /** @param flink gives an environment whose jobs run there, and whose {@code execute} waits for their end */
  public BatchJobs(Function<Configuration, StreamExecutionEnvironment> flink, Catalog catalog, Connections connections, JobConfig config) {
    this.flink = flink;
    this.catalog = catalog;
    this.connections = connections;
    this.config = config;
  }

  /** Turns each source's raw files into its bronze table; the records that were found. */
  public List<JobRun<Source, Long>> bronze(List<Source> sources, Consumer<String> progress) throws InterruptedException {
    return run(sources, BronzeJob::name, source -> BronzeJob.run(environment(), catalog, source, connections.lake()), progress);
  }

  /** Makes each category's silver tables from bronze; what became of the messages. */
  public List<JobRun<Category, SilverCounts>> silver(List<Category> categories, Consumer<String> progress) throws InterruptedException {
    return run(categories, SilverJob::name, category -> SilverJob.run(environment(), catalog, category, connections.lake()), progress);
  }

  /** Brings what silver holds of file sources into ClickHouse, for those of the categories that have any; the rows sent, by source. */
  public List<JobRun<Category, Map<String, Long>>> ingestFiles(List<Category> categories, Consumer<String> progress) throws InterruptedException {
    List<Category> ofFiles = categories.stream().filter(category -> !IngestFilesJob.sources(catalog, category).isEmpty()).toList();
    return run(ofFiles, IngestFilesJob::name,
        category -> IngestFilesJob.run(environment(), catalog, category, connections.lake(), connections.clickhouse()), progress);
  }

  private StreamExecutionEnvironment environment() {
    return flink.apply(config.ofBatch());
  }

  /** What runs a job to its end. */
  @FunctionalInterface
  private interface Work<T, R> {
    R on(T of) throws Exception;
  }

  private static <T, R> List<JobRun<T, R>> run(List<T> all, Function<T, String> name, Work<T, R> work, Consumer<String> progress)
      throws InterruptedException {
    ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE);
    try {
      List<Future<R>> running = all.stream().map(one -> workers.submit(() -> work.on(one))).toList();
      List<JobRun<T, R>> ended = new ArrayList<>();
      for (int i = 0; i < all.size(); i++) {
        String job = name.apply(all.get(i));
        progress.accept(job + ", " + i + " of " + all.size() + " done");
        ended.add(ended(job, all.get(i), running.get(i)));
      }
      return ended;
    } finally {
      workers.shutdownNow();
    }
  }

  private static <T, R> JobRun<T, R> ended(String job, T of, Future<R> running) throws InterruptedException {
    try {
      return new JobRun<>(job, of, running.get(), null);
    } catch (ExecutionException e) {
      return new JobRun<>(job, of, null, e.getCause() instanceof Exception cause ? cause : e);
    }
  }
}
