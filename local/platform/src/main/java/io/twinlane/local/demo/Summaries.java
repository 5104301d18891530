package io.twinlane.local.demo;

import io.twinlane.catalog.Source;
import io.twinlane.jobs.Connections;
import io.twinlane.jobs.cluster.FlinkRest;
import io.twinlane.jobs.ingest.IngestFilesJob;
import io.twinlane.local.Release;
import io.twinlane.local.RuleFigures;
import io.twinlane.local.up.Addresses;
import io.twinlane.local.up.LocalPlatform;
import io.twinlane.normalize.MappingUse;
import io.twinlane.proof.conservation.SourceCount;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts a run's findings into the form of summary.json. */
final class Summaries {
  private static final SourceCount NOTHING = new SourceCount(0, 0, 0, 0, Map.of(), List.of());
  private static final double MILLIS = 1000.0;

  private Summaries() {}

  static Summary of(LocalPlatform platform, Connections connections, DemoFindings findings, Instant started, long peakMegabytes)
      throws IOException, InterruptedException {
    return new Summary(
        Release.version(), started.truncatedTo(ChronoUnit.SECONDS).toString(), Duration.between(started, Instant.now()).toMillis() / MILLIS,
        findings.checks().stream().allMatch(Summary.Check::ok), platform.versions(), addresses(platform.addresses()),
        platform.config().shown(platform.lakeRoot().resolve("warehouse")), platform.config().shown(platform.lakeRoot()),
        findings.sources().stream().map(source -> source(source, findings)).toList(), findings.categories(), findings.computations(),
        latencies(platform, findings),
        new Summary.Memory(peakMegabytes), findings.checks());
  }

  /** Only what was streamed has latencies: nothing is asked for, and waited for, where no live source had a message. */
  private static Summary.Latencies latencies(LocalPlatform platform, DemoFindings findings) throws IOException, InterruptedException {
    if (findings.live().values().stream().allMatch(SourceCount::empty)) {
      return new Summary.Latencies(Summary.Percentiles.NONE, Summary.Percentiles.NONE);
    }
    Latency latency = new Latency(new FlinkRest(platform.addresses().flink()));
    return new Summary.Latencies(
        latency.of(name -> name.startsWith("ingest-") && !name.startsWith(IngestFilesJob.PREFIX)),
        latency.of(name -> name.startsWith("compute-")));
  }

  /** A live source is told by the streaming lane's count with the batch lane's beside it; a file source has the batch lane's alone. */
  private static Summary.OfSource source(Source source, DemoFindings findings) {
    SourceCount batch = findings.batch().getOrDefault(source.name(), NOTHING);
    SourceCount count = source.live() ? findings.live().getOrDefault(source.name(), NOTHING) : batch;
    return new Summary.OfSource(source.name(), source.live() ? "both" : "batch only", count.raw(), count.withRows(), count.unqualified(),
        count.drops(), count.conserved(), count.unqualifiedByReason(),
        new Summary.Batch(batch.raw(), batch.withRows(), batch.unqualified(), batch.drops(), batch.conserved()),
        count.raw() == 0 ? 0 : (double) count.unqualified() / count.raw(), findings.standOuts().rows(source.name()),
        findings.standOuts().of(source.name()),
        RuleFigures.of(findings.uses().getOrDefault(source.name(), new MappingUse(List.of()))));
  }

  private static Map<String, String> addresses(Addresses addresses) {
    Map<String, String> map = new LinkedHashMap<>();
    map.put("flink", addresses.flink());
    map.put("clickhouse", addresses.clickhouse());
    map.put("redis", addresses.redis().replaceFirst("^rediss?://", ""));
    map.put("kafka", addresses.kafka());
    return map;
  }
}
