package io.twinlane.cli;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.CatalogLoader;
import io.twinlane.local.batch.BatchRun;
import io.twinlane.local.batch.Selection;
import io.twinlane.local.terminal.Progress;
import io.twinlane.local.up.RunningPlatform;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs jobs of the batch lane on the platform's Flink, to their end: the very jobs of the demo. */
@Command(name = "run", description = "Run jobs of the batch lane on the platform that runs, to their end: bronze, then silver.")
final class Run extends Verb {
  @Mixin
  private SettingOptions settings;

  @Parameters(index = "0", paramLabel = "JOB", description = "bronze: raw files into bronze tables. silver: bronze into silver tables,"
      + " and rows of files on into ClickHouse. Or one job as the dashboard names it: bronze-eia, silver-economic_event.")
  private String job;

  @Option(names = "--source", paramLabel = "S", description = "bronze of this source alone, silver of the categories that it feeds.")
  private String source;

  @Option(names = "--category", paramLabel = "C", description = "silver of this category alone, from all of its sources.")
  private String category;

  @Override
  public Integer call() throws Exception {
    Catalog catalog = CatalogLoader.loadRunnable(session().root()).catalog();
    Selection selection = Selection.of(catalog, job, source, category);
    RunningPlatform platform = RunningPlatform.of(settings.resolve(session()), "run " + job);
    try (Progress progress = session().terminal().progress()) {
      return tell(new RunReport(BatchRun.on(platform, catalog, selection, progress)));
    }
  }

  private int tell(RunReport report) {
    if (json()) {
      session().print(report.document());
    } else {
      report.lines(session().terminal().colours()).forEach(session()::say);
    }
    return report.exitCode();
  }
}
