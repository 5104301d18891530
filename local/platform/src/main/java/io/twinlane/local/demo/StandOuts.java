package io.twinlane.local.demo;

import io.twinlane.normalize.UnqualifiedRow;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The most frequent kinds of unqualified rows of each source, each kind with its first row as an example. For one thread. */
final class StandOuts {
  private static final int MOST = 3;
  private static final int RAW_SHOWN = 80;
  private static final Comparator<UnqualifiedRow> FIRST = Comparator.comparing(UnqualifiedRow::origin)
      .thenComparing(UnqualifiedRow::originOffset).thenComparing(UnqualifiedRow::rowIndex);

  private final Map<String, Map<Kind, Found>> bySource = new HashMap<>();

  /** Rows of one kind are unqualified for the same reason at the same place. */
  private record Kind(String reason, String category, String field) {}

  private record Found(long rows, UnqualifiedRow example) {
    Found plus(Found other) {
      return new Found(rows + other.rows, FIRST.compare(example, other.example) <= 0 ? example : other.example);
    }
  }

  void add(UnqualifiedRow row) {
    bySource.computeIfAbsent(row.sourceSystem(), unused -> new HashMap<>())
        .merge(new Kind(row.reason(), row.category(), row.field()), new Found(1, row), Found::plus);
  }

  /** A source's unqualified rows, of every kind. */
  long rows(String source) {
    return bySource.getOrDefault(source, Map.of()).values().stream().mapToLong(Found::rows).sum();
  }

  /** The most frequent kinds of a source, the most frequent first. */
  List<Summary.StandOut> of(String source) {
    return bySource.getOrDefault(source, Map.of()).values().stream()
        .sorted(Comparator.comparingLong(Found::rows).reversed().thenComparing(Found::example, FIRST)).limit(MOST)
        .map(StandOuts::told).toList();
  }

  private static Summary.StandOut told(Found found) {
    UnqualifiedRow row = found.example();
    String raw = row.rawValue() != null ? row.rawValue() : new String(row.raw(), 0, Math.min(row.raw().length, 4 * RAW_SHOWN),
        StandardCharsets.UTF_8);
    return new Summary.StandOut(row.reason(), row.category(), row.field(), found.rows(), row.explanation(), row.origin(),
        row.originOffset(), shortened(raw));
  }

  /** No half of a character is left at the cut. */
  private static String shortened(String text) {
    return text.codePointCount(0, text.length()) <= RAW_SHOWN ? text : text.substring(0, text.offsetByCodePoints(0, RAW_SHOWN)) + "...";
  }
}
