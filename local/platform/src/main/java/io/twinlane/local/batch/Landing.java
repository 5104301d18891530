package io.twinlane.local.batch;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.Nearest;
import io.twinlane.catalog.Source;
import io.twinlane.lake.LakeConfig;
import io.twinlane.lake.Landed;
import io.twinlane.lake.LandedFiles;
import io.twinlane.local.terminal.Progress;
import io.twinlane.local.up.PlatformRefusal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Files of a source on their way into the lake: all are looked at before the first is landed. */
public final class Landing {
  private final Source source;
  private final List<Path> files;

  private Landing(Source source, List<Path> files) {
    this.source = source;
    this.files = files;
  }

  /** Looks at the files; a refusal with everything that is wrong with any of them. */
  public static Landing of(Catalog catalog, String source, List<Path> files) {
    List<String> problems = new ArrayList<>();
    Source known = catalog.sources().stream().filter(one -> one.name().equals(source)).findFirst().orElse(null);
    List<String> ofFiles = catalog.sources(Source.Lane.FILES).stream().map(Source::name).toList();
    if (known == null) {
      problems.add("Cannot land files of " + source + ": " + Nearest.unknown("source", source, ofFiles));
    } else if (known.live()) {
      problems.add("Cannot land files of " + source + ": it is a live source, whose recordings are played: ./twinlane replay " + source
          + " FILE. Sources of files: " + String.join(", ", ofFiles) + ".");
    }
    files.forEach(file -> LandedFiles.problem(file).ifPresent(problem -> problems.add("Cannot land " + file + ": " + problem)));
    if (!problems.isEmpty()) {
      throw new PlatformRefusal(problems);
    }
    return new Landing(known, files);
  }

  /**
   * Lands them one after the other; whoever else lands files of the source is waited for.
   *
   * @param locks the folder of the platform's {@link JobLocks}
   */
  public Map<Path, Landed> run(LakeConfig lake, Path locks, Progress progress) {
    Map<Path, Landed> landed = new LinkedHashMap<>();
    try (Progress.Step step = progress.begin("Landing files of " + source.name())) {
      step.at("waiting for another ./twinlane land");
      try (JobLocks lock = JobLocks.await(locks, "land-" + source.name())) {
        Instant now = Instant.now();
        for (Path file : files) {
          step.at(file.toString());
          landed.put(file, LandedFiles.land(lake, source, file, now));
        }
      }
    }
    return landed;
  }

  public Source source() {
    return source;
  }
}
