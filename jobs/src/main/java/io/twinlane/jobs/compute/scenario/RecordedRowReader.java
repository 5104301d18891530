package io.twinlane.jobs.compute.scenario;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.ReadableFile;
import io.twinlane.catalog.Source;
import io.twinlane.catalog.load.Problems;
import io.twinlane.normalize.CategoryRow;
import io.twinlane.normalize.NormalizeSpec;
import io.twinlane.normalize.RawMessage;
import io.twinlane.normalize.Recording;
import io.twinlane.normalize.scenario.SourceRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The category rows of a recording, by the same normalize function as everywhere. A message without a time is of 2026-11-22T09:30Z. */
final class RecordedRowReader {
  private static final long UNDATED = 1_795_339_800_000_000L;

  private RecordedRowReader() {}

  static List<CategoryRow> read(Catalog catalog, Source source, Path file, Problems problems) {
    Optional<String> unreadable = ReadableFile.problem(file);
    if (unreadable.isPresent()) {
      problems.add(file, unreadable.get());
      return List.of();
    }
    SourceRun run = new SourceRun(NormalizeSpec.of(catalog, source));
    try (Recording recording = Recording.open(file)) {
      long offset = 0;
      for (Recording.Recorded next = recording.next(); next != null; next = recording.next()) {
        long received = next.received() == null ? UNDATED : next.received();
        run.send(new RawMessage("raw." + source.name() + "/0", offset++, received, received, next.message(), null));
        tellUnqualified(run, problems.shown(file), (int) next.line(), problems);
      }
    } catch (IOException e) {
      problems.add(file, "the file cannot be read: " + e.getMessage());
    }
    return run.rows();
  }

  /** A computation never sees such a message: in a scenario it is a mistake. */
  private static void tellUnqualified(SourceRun run, String file, int line, Problems problems) {
    run.unqualified().forEach(row -> problems.add(file, line, "the message is unqualified, " + row.reason() + ": " + row.explanation()));
    run.unqualified().clear();
  }
}
