package io.twinlane.cli;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.CatalogLoader;
import io.twinlane.catalog.Listing;
import io.twinlane.catalog.Source;
import io.twinlane.kafka.replay.MaxGap;
import io.twinlane.kafka.replay.ReplayCounts;
import io.twinlane.kafka.replay.Speed;
import io.twinlane.local.recordings.Player;
import io.twinlane.local.recordings.Recordings;
import io.twinlane.local.recordings.WhatBecame;
import io.twinlane.local.terminal.Progress;
import io.twinlane.local.up.PlatformRefusal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Plays recordings into a raw topic of the platform that runs, in the order of receipt, and tells what became of their messages. */
@Command(name = "replay", description = "Play recordings (JSON lines) into a source's raw topic, and tell what became of their messages.")
final class Replay extends Verb {
  @Mixin
  private SettingOptions settings;

  @Parameters(index = "0", paramLabel = "SOURCE", description = "A live source of the catalog, such as ib.")
  private String source;

  @Parameters(index = "1..*", arity = "1..*", paramLabel = "FILE",
      description = "Recordings: a raw message a line, or {\"received\": \"<ISO-8601 or epoch ms>\", \"message\": \"<raw text>\"}."
          + " Several are merged by receive time.")
  private List<Path> files;

  @Option(names = "--speed", paramLabel = "SPEED", defaultValue = "recorded", converter = SpeedConverter.class,
      description = "recorded (standard), max, or a number of times such as 10x.")
  private Speed speed;

  @Option(names = "--max-gap", paramLabel = "TIME", defaultValue = "5s", converter = MaxGapConverter.class,
      description = "Recorded pauses that are longer are shortened to it: 5s (standard), 500ms, 2m; 0 leaves out all, none keeps all.")
  private MaxGap maxGap;

  @Override
  public Integer call() {
    Catalog catalog = CatalogLoader.loadRunnable(session().root()).catalog();
    Source known = liveSource(catalog);
    try (Progress progress = session().terminal().progress()) {
      Recordings recordings = lookThrough(catalog, known, progress);
      ReplayTarget target = ReplayTarget.of(settings.resolve(session()), files.get(0));
      Listing.of(recordings.warnings()).forEach(warning -> progress.say("  warning: " + warning));
      Listing.of(recordings.notes()).forEach(note -> progress.say("  " + note));
      Optional<String> silence = target.silence(known);
      ReplayReport report = silence.isPresent() ? ReplayReport.of(recordings, play(catalog, recordings, target, progress), silence.get())
          : playAndFollow(catalog, known, recordings, target, progress);
      tell(report);
      return report.ok() ? ExitCode.DONE : ExitCode.NO;
    }
  }

  private ReplayReport playAndFollow(Catalog catalog, Source known, Recordings recordings, ReplayTarget target, Progress progress)
      {
    try (WhatBecame whatBecame = new WhatBecame(target.kafka(), catalog, known)) {
      ReplayCounts counts = play(catalog, recordings, target, progress);
      return ReplayReport.of(recordings, counts, whatBecame.await(counts, progress), target.mapping(known));
    }
  }

  private ReplayCounts play(Catalog catalog, Recordings recordings, ReplayTarget target, Progress progress) {
    return new Player(target.kafka(), catalog.platform().maxRecordBytes()).play(recordings.bySource(), speed, maxGap, progress);
  }

  private Recordings lookThrough(Catalog catalog, Source known, Progress progress) {
    List<String> problems = new ArrayList<>();
    Recordings recordings = new Recordings(catalog, maxGap, problems);
    try (Progress.Step step = progress.begin("Looking through the recordings")) {
      files.forEach(file -> recordings.add(known, file));
    }
    if (!problems.isEmpty()) {
      throw new PlatformRefusal(problems);
    }
    return recordings;
  }

  private Source liveSource(Catalog catalog) {
    Source found = catalog.source(source);
    if (!found.live()) {
      throw new PlatformRefusal("Cannot replay into " + source + ": its files are landed in the lake. Live sources: "
          + String.join(", ", catalog.sources(Source.Lane.LIVE).stream().map(Source::name).toList()) + ".");
    }
    return found;
  }

  private void tell(ReplayReport report) {
    if (json()) {
      session().print(report.document());
    } else {
      report.lines().forEach(session()::say);
    }
  }
}
