package io.twinlane.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.twinlane.catalog.Amount;
import io.twinlane.catalog.Category;
import io.twinlane.catalog.Computation;
import io.twinlane.catalog.Source;
import io.twinlane.clickhouse.ClickHouseRowReader;
import io.twinlane.engines.Patience;
import io.twinlane.jobs.Connections;
import io.twinlane.jobs.cluster.FlinkRest;
import io.twinlane.kafka.replay.OffsetRange;
import io.twinlane.lake.ArchiveCount;
import io.twinlane.local.jobs.StartedJobs;
import io.twinlane.local.terminal.Progress;
import io.twinlane.local.up.ComputationsAtStart;
import io.twinlane.local.up.LocalPlatform;
import io.twinlane.proof.conservation.LiveTally;
import io.twinlane.proof.conservation.SourceCount;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Waits until what was played has gone through the streaming lane to its ends: normalize's topics, ClickHouse, the teams' computations with
 * Redis, and the archive. What stands still for too long is waited for no more, and told.
 */
final class StreamingLane {
  private static final Duration STANDSTILL = Duration.ofSeconds(30);

  private final LocalPlatform platform;
  private final Connections connections;
  private final Material material;
  private final ComputationsAtStart started;
  private final List<String> behind = new ArrayList<>();

  StreamingLane(LocalPlatform platform, StartedJobs jobs, Material material) {
    this.platform = platform;
    this.connections = jobs.connections();
    this.material = material;
    this.started = jobs.computations();
  }

  void awaitEnd(LiveTally tally, Progress progress) throws Exception {
    if (material.recordings().isEmpty()) {
      return;
    }
    try (Progress.Step step = progress.begin("Waiting until the streaming lane is through")) {
      awaitNormalize(tally, step);
      awaitClickHouse(tally, step);
      awaitComputations(tally, step);
      awaitArchive(tally, step);
      step.done(behind.isEmpty() ? "streaming lane through: ClickHouse, Redis and the archive have all of it"
          : "streaming lane stands still before its end: " + String.join(", ", behind) + "; the checks tell what is missing");
    }
  }

  private void awaitNormalize(LiveTally tally, Progress.Step step) {
    tally.catchUp();
    long raw = tally.counts().values().stream().mapToLong(SourceCount::raw).sum();
    require("normalize", Patience.untilReached(raw, STANDSTILL, () -> {
      tally.catchUp();
      long accounted = tally.counts().values().stream().mapToLong(SourceCount::accounted).sum();
      step.at(String.format(Locale.ROOT, "%,d of %,d messages accounted for", accounted, raw));
      return accounted;
    }));
  }

  private void awaitClickHouse(LiveTally tally, Progress.Step step) {
    for (Category category : material.catalog().categories()) {
      if (material.recordings().keySet().stream().anyMatch(source -> source.categories().contains(category.name()))) {
        step.at("ClickHouse " + category.name());
        awaitRows(tally.rows(category.name()), category.name(),
            ClickHouseRowReader.ofCategory(connections.clickhouse(), category, material.catalog().states()));
      }
    }
    step.at("ClickHouse unqualified");
    awaitRows(tally.unqualifiedRows(), "unqualified", ClickHouseRowReader.ofUnqualified(connections.clickhouse()));
  }

  private void awaitRows(long rows, String name, ClickHouseRowReader<?> table) {
    try (table) {
      require("ClickHouse " + name, Patience.untilReached(rows, STANDSTILL, table::countDistinct));
    }
  }

  /** A computation is through when it has read all rows and a checkpoint after that is complete: Redis has answered for all before it. */
  private void awaitComputations(LiveTally tally, Progress.Step step) throws IOException {
    FlinkRest flink = new FlinkRest(platform.addresses().flink());
    Map<String, String> running = running(flink);
    Map<String, JobReach> read = new LinkedHashMap<>();
    for (Computation computation : material.catalog().computations().stream().filter(this::started).toList()) {
      String name = computation.jobName();
      JobReach job = new JobReach(flink, running.get(name));
      boolean through = running.containsKey(name) && awaitRead(name, job, tally.read(computation.inputs()), step);
      require(running.containsKey(name) ? name : name + " does not run", through);
      if (through) {
        read.put(name, job);
      }
    }
    long now = System.currentTimeMillis();
    for (Map.Entry<String, JobReach> job : read.entrySet()) {
      step.at(job.getKey() + ", its last rows into Redis");
      require(job.getKey(), Patience.untilReached(now + 1, STANDSTILL, job.getValue()::checkpointed));
    }
  }

  private boolean started(Computation computation) {
    return started.runs(computation.team() + "/" + computation.name());
  }

  private static boolean awaitRead(String name, JobReach job, Map<String, OffsetRange> held, Progress.Step step) {
    return Patience.untilReached(0, STANDSTILL, () -> {
      long rows = job.unread(held);
      step.at(name + ", " + Amount.of(rows, "row") + " to go");
      return -rows;
    });
  }

  /** Those that have not failed: a query that dies of a row reads it again and again. */
  private static Map<String, String> running(FlinkRest flink) throws IOException {
    Map<String, String> running = new HashMap<>();
    for (JsonNode job : flink.ask("/jobs/overview").path("jobs")) {
      String id = job.path("jid").asText();
      if (job.path("state").asText().equals("RUNNING") && flink.restarts(id) == 0) {
        running.put(job.path("name").asText(), id);
      }
    }
    return running;
  }

  private void awaitArchive(LiveTally tally, Progress.Step step) {
    for (Source source : material.recordings().keySet()) {
      step.at("archive of " + source.name());
      long messages = tally.counts().get(source.name()).raw();
      require("archive of " + source.name(), Patience.untilReached(messages, STANDSTILL, new ArchiveCount(connections.lake(), source)::messages));
    }
  }

  private void require(String what, boolean through) {
    if (!through) {
      behind.add(what);
    }
  }
}
