package io.twinlane.jobs.compute;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.Source;
import io.twinlane.normalize.CategoryRow;
import io.twinlane.normalize.DroppedMessage;
import io.twinlane.normalize.Merged;
import io.twinlane.normalize.MergedState;
import io.twinlane.normalize.Merger;
import io.twinlane.normalize.NormalizeOutput;
import io.twinlane.normalize.NormalizeSpec;
import io.twinlane.normalize.Normalizer;
import io.twinlane.normalize.RawMessage;
import io.twinlane.normalize.Recording;
import io.twinlane.normalize.UnqualifiedRow;
import io.twinlane.normalize.Update;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The category rows of a recording, by the same normalize function as everywhere. A message without a time is of 2026-11-22T09:30Z. */
final class RecordedRows implements NormalizeOutput {
  private static final long UNDATED = 1_795_339_800_000_000L;

  private final List<CategoryRow> rows = new ArrayList<>();
  private final Map<String, MergedState> merged = new HashMap<>();
  private final Merger merger;

  private RecordedRows(NormalizeSpec spec) {
    this.merger = new Merger(spec);
  }

  static List<CategoryRow> read(Catalog catalog, Source source, Path file) throws IOException {
    NormalizeSpec spec = NormalizeSpec.of(catalog, source);
    Normalizer normalizer = new Normalizer(spec);
    RecordedRows output = new RecordedRows(spec);
    try (Recording recording = Recording.open(file)) {
      long offset = 0;
      for (Recording.Recorded next = recording.next(); next != null; next = recording.next()) {
        long received = next.received() == null ? UNDATED : next.received();
        normalizer.normalize(new RawMessage("raw." + source.name() + "/0", offset++, received, received, next.message(), null), output);
      }
    }
    return output.rows;
  }

  @Override
  public void row(CategoryRow row) {
    rows.add(row);
  }

  @Override
  public void update(Update update) {
    Merged result = merger.merge(merged.get(update.key()), update);
    merged.put(update.key(), result.state());
    if (result.row() != null) {
      rows.add(result.row());
    }
  }

  @Override
  public void unqualified(UnqualifiedRow row) {
    throw new IllegalArgumentException("Cannot use this message in a scenario: it gives an unqualified row, " + row);
  }

  @Override
  public void dropped(DroppedMessage message) {
    // a computation never sees what the mapping drops
  }
}
