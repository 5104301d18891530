package io.twinlane.local.recordings;

import io.twinlane.catalog.Source;
import io.twinlane.normalize.CategoryRow;
import io.twinlane.normalize.DroppedMessage;
import io.twinlane.normalize.NormalizeOutput;
import io.twinlane.normalize.NormalizeSpec;
import io.twinlane.normalize.Normalizer;
import io.twinlane.normalize.RawMessage;
import io.twinlane.normalize.UnqualifiedRow;
import io.twinlane.normalize.Update;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How well some messages fit a source: what its normalize function makes of them, counted in messages. */
final class Fit implements NormalizeOutput {
  private final Source source;
  private final Normalizer normalizer;
  private final Map<String, Integer> reasons = new TreeMap<>();
  private int kept;
  private int unqualified;
  private boolean gaveRow;
  private String reason;

  Fit(NormalizeSpec spec) {
    source = spec.source();
    normalizer = new Normalizer(spec);
  }

  void see(RawMessage message) {
    gaveRow = false;
    reason = null;
    normalizer.normalize(message, this);
    if (gaveRow) {
      kept++;
    } else if (reason != null) {
      unqualified++;
      reasons.merge(reason, 1, Integer::sum);
    }
  }

  String source() {
    return source.name();
  }

  /** Messages that gave rows. */
  int kept() {
    return kept;
  }

  /** Messages that gave unqualified rows alone. */
  int unqualified() {
    return unqualified;
  }

  /** Why, each message's first reason, the most frequent first: {@code UNKNOWN_MESSAGE 12, NOT_JSON 1}. */
  String reasons() {
    return reasons.entrySet().stream().sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
        .map(entry -> entry.getKey() + " " + entry.getValue()).collect(Collectors.joining(", "));
  }

  @Override
  public void row(CategoryRow row) {
    gaveRow = true;
  }

  @Override
  public void update(Update update) {
    gaveRow = true;
  }

  @Override
  public void unqualified(UnqualifiedRow row) {
    reason = reason == null ? row.reason() : reason;
  }

  @Override
  public void dropped(DroppedMessage message) {
    // neither for the source nor against it
  }
}
