package io.twinlane.bench;

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
import io.twinlane.normalize.Recording.Recorded;
import io.twinlane.normalize.UnqualifiedRow;
import io.twinlane.normalize.Update;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The category rows that a recording gives, ingested today: what is older, ClickHouse drops. */
final class SampleRows implements NormalizeOutput {
  private static final long DAY = 86_400_000_000L;
  private static final long TODAY = System.currentTimeMillis() * 1000 / DAY * DAY;
  private static final long TO_INGEST = 900;

  private final Merger merger;
  private final Map<String, MergedState> states = new HashMap<>();
  private final List<CategoryRow> rows = new ArrayList<>();

  private SampleRows(NormalizeSpec spec) {
    merger = new Merger(spec);
  }

  static List<CategoryRow> of(Catalog catalog, Source source, Path recording) throws IOException {
    return normalize(NormalizeSpec.of(catalog, source), messages(source, recording));
  }

  /** The recorded messages as their topic would hold them. */
  static List<RawMessage> messages(Source source, Path recording) throws IOException {
    List<RawMessage> all = new ArrayList<>();
    try (Recording messages = Recording.open(recording)) {
      for (Recorded next = messages.next(); next != null; next = messages.next()) {
        long received = next.received() == null ? 0 : next.received();
        long ingested = TODAY + Math.floorMod(received + TO_INGEST, DAY);
        all.add(new RawMessage(source.rawTopic() + "/0", next.line(), received, ingested, next.message(), null));
      }
    }
    return all;
  }

  static List<CategoryRow> normalize(NormalizeSpec spec, List<RawMessage> messages) {
    SampleRows rows = new SampleRows(spec);
    Normalizer normalizer = new Normalizer(spec);
    messages.forEach(message -> normalizer.normalize(message, rows));
    return rows.rows;
  }

  @Override
  public void row(CategoryRow row) {
    rows.add(row);
  }

  @Override
  public void update(Update update) {
    Merged merged = merger.merge(states.get(update.mergeKey()), update);
    states.put(update.mergeKey(), merged.state());
    if (merged.row() != null) {
      rows.add(merged.row());
    }
  }

  @Override
  public void unqualified(UnqualifiedRow row) {
    // only rows are counted here
  }

  @Override
  public void dropped(DroppedMessage message) {
    // only rows are counted here
  }
}
