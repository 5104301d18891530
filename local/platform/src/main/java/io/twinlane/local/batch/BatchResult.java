package io.twinlane.local.batch;

import io.twinlane.catalog.Amount;
import io.twinlane.catalog.Category;
import io.twinlane.catalog.Source;
import io.twinlane.jobs.JobRun;
import io.twinlane.jobs.silver.SilverCounts;
import io.twinlane.normalize.MappingUse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What a run of batch jobs gave, what failed, and what does not add up.
 *
 * @param sources all that the catalog has
 * @param ingested rows that were sent to ClickHouse, by source
 * @param clickhouse rows that were there afterwards, by category and source
 */
public record BatchResult(
    List<Source> sources, List<JobRun<Source, Long>> bronze, List<JobRun<Category, SilverCounts>> silver,
    List<JobRun<Category, Map<String, Long>>> ingested, Map<String, Map<String, Long>> clickhouse) {

  /** Rows of a source in ClickHouse's table of a category, counted after they were brought there; null for those that come another way. */
  public Long inClickHouse(Category category, String source) {
    return clickhouse.getOrDefault(category.name(), Map.of()).get(source);
  }

  /** Every job that failed, with why. */
  public List<String> failures() {
    List<JobRun<?, ?>> all = new ArrayList<>(bronze);
    all.addAll(silver);
    all.addAll(ingested);
    return all.stream().filter(JobRun::failed).map(job -> "Cannot finish " + job.job() + ": " + job.why()).toList();
  }

  /** What does not add up; nothing when every message is accounted for and ClickHouse has every row that was sent to it. */
  public List<String> findings() {
    List<String> findings = new ArrayList<>();
    sources.forEach(source -> conserved(source, findings));
    for (JobRun<Category, Map<String, Long>> job : ingested) {
      if (!job.failed()) {
        job.result().forEach((source, sent) -> {
          if (inClickHouse(job.of(), source) < sent) {
            findings.add("ClickHouse has " + inClickHouse(job.of(), source) + " of the " + Amount.of(sent, "row") + " of " + source
                + " that were sent to " + job.of().name());
          }
        });
      }
    }
    return findings;
  }

  /** Over all categories of a source each message is counted once; where only some of them ran, that cannot be said. */
  private void conserved(Source source, List<String> findings) {
    List<SilverCounts.OfSource> parts = silver.stream().filter(job -> !job.failed()).map(job -> job.result().bySource().get(source.name()))
        .filter(Objects::nonNull).toList();
    if (parts.size() == source.categories().size()) {
      SilverCounts.OfSource all = parts.stream().reduce(SilverCounts.OfSource::plus).orElseThrow();
      if (all.accounted() != all.messages()) {
        findings.add("silver accounts for " + all.accounted() + " of " + Amount.of(all.messages(), "message") + " of " + source.name());
      }
    }
  }

  /**
   * What is worth knowing besides: nothing to read in bronze, what of a mapping was not used, and rows that
   * ClickHouse does not keep.
   */
  public List<String> notes() {
    List<String> notes = new ArrayList<>();
    for (JobRun<Category, SilverCounts> job : silver) {
      if (!job.failed() && job.result().bySource().values().stream().allMatch(count -> count.messages() == 0)) {
        notes.add(job.job() + " found no record in bronze. Fill it with ./twinlane run bronze");
      }
    }
    uses().forEach((source, use) -> use.lines().forEach(line -> notes.add(source + ": " + line)));
    for (JobRun<Category, Map<String, Long>> job : ingested) {
      if (!job.failed()) {
        job.result().forEach((source, sent) -> notKept(job.of(), source, sent, notes));
      }
    }
    return notes;
  }

  /** How the mapping of each source was used; each category's job has used all of it. */
  private Map<String, MappingUse> uses() {
    Map<String, MappingUse> uses = new TreeMap<>();
    silver.stream().filter(job -> !job.failed())
        .forEach(job -> job.result().bySource().forEach((source, count) -> uses.putIfAbsent(source, count.use())));
    return uses;
  }

  private void notKept(Category category, String source, long sent, List<String> notes) {
    long rows = silver.stream().filter(job -> !job.failed() && job.of().equals(category))
        .mapToLong(job -> job.result().bySource().get(source).rows()).sum();
    if (rows > sent) {
      notes.add(Amount.of(rows - sent, "row") + " of " + source + " were landed longer ago than ClickHouse keeps " + category.name() + " ("
          + category.retention().toDays() + " days): they are in silver alone");
    }
  }
}
