package io.twinlane.local.demo;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.CatalogLoader;
import io.twinlane.catalog.Listing;
import io.twinlane.catalog.RunnableCatalog;
import io.twinlane.local.jobs.LocalJobs;
import io.twinlane.local.jobs.StartedJobs;
import io.twinlane.local.settings.PlatformConfig;
import io.twinlane.local.terminal.Progress;
import io.twinlane.local.terminal.Terminal;
import io.twinlane.local.up.LocalPlatform;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;

/** Everything once, on real engines: both lanes over recordings and files, with the proof that they agree. */
public final class LocalDemo {
  private static final int HOLDS = 0;
  private static final int BROKEN = 1;

  private final DemoOptions options;
  private final PlatformConfig config;
  private final Terminal terminal;

  public LocalDemo(DemoOptions options, PlatformConfig config, Terminal terminal) {
    this.options = options;
    this.config = config;
    this.terminal = terminal;
  }

  /**
   * Exit code 0 when conservation and parity hold and every computation runs, 1 when not. Unless told to end, it stays up after the report
   * until Ctrl-C.
   */
  public int run() throws Exception {
    Instant started = Instant.now();
    RunnableCatalog catalog = CatalogLoader.loadRunnable(config.root());
    try (MemoryWatch memory = new MemoryWatch(); Progress progress = terminal.progress()) {
      Material material = material(catalog.catalog(), progress);
      Listing.of(material.notes()).forEach(note -> progress.say("  " + note));
      FreshFolder.prepare(config, options.keep().isPresent());
      try (LocalPlatform platform = LocalPlatform.start(config, progress)) {
        StartedJobs jobs = LocalJobs.start(platform, catalog.with(material.catalog()), progress);
        platform.ready(jobs.computations());
        jobs.computations().lines().forEach(line -> progress.say("  " + line));
        DemoRun run = new DemoRun(platform, jobs, material, progress);
        DemoFindings findings = run.run(options.speed(), options.maxGap());
        Summary summary = Summaries.of(platform, jobs.connections(), findings, started, memory.peakMegabytes());
        summary.write(config.root().resolve("target/demo/summary.json"));
        tell(summary, findings, progress);
        if (!options.exit()) {
          progress.say("The platform stays up. Ctrl-C ends it.");
          new CountDownLatch(1).await();
        }
        return summary.ok() ? HOLDS : BROKEN;
      }
    }
  }

  private Material material(Catalog catalog, Progress progress) throws Exception {
    try (Progress.Step step = progress.begin("Looking through the recordings")) {
      return material(catalog);
    }
  }

  private Material material(Catalog catalog) throws Exception {
    if (options.recordings().isEmpty()) {
      return Shipped.material(config.root(), catalog, options.maxGap(), config.root().resolve("target/demo/recordings"));
    }
    return DataFolder.read(options.recordings().get(), catalog, options.maxGap());
  }

  private void tell(Summary summary, DemoFindings findings, Progress progress) throws Exception {
    if (options.json()) {
      terminal.out().println(Summary.json().writeValueAsString(summary));
    } else {
      new DemoReport(terminal).print(summary, findings.rows(), findings.results());
      progress.say("Figures: target/demo/summary.json");
    }
  }
}
