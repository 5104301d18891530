package io.twinlane.local.recordings;

import io.twinlane.catalog.Amount;
import io.twinlane.proof.conservation.SourceCount;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What became of a replay's messages.
 *
 * @param unqualifiedMessages how many messages gave unqualified rows alone, by the reason of their first one
 * @param examples a sentence for each reason, of the first row that has it
 */
public record Fate(String source, long messages, SourceCount count, Map<String, Long> unqualifiedMessages, Map<String, String> examples) {
  private static final int EXAMPLES = 3;

  /** Messages of which nothing was heard. */
  public long unaccounted() {
    return Math.max(0, messages - count.accounted());
  }

  /** One line: {@code coinbase: 434 messages: 0 with rows, 370 unqualified (UNKNOWN_MESSAGE 370), 64 dropped}. */
  public String text() {
    String reasons = frequent().map(entry -> String.format(Locale.ROOT, "%s %,d", entry.getKey(), entry.getValue())).collect(Collectors.joining(", "));
    return String.format(Locale.ROOT, "%s: %s: %,d with rows, %,d unqualified%s, %,d dropped", source, Amount.of(messages, "message"),
        count.withRows(), count.unqualified(), reasons.isEmpty() ? "" : " (" + reasons + ")", count.drops())
        + (unaccounted() == 0 ? "" : String.format(Locale.ROOT, ", %,d not accounted for: normalize-%s stands still", unaccounted(), source));
  }

  /** The sentences of the most frequent reasons: {@code UNKNOWN_MESSAGE: Cannot find a rule for the message: ...}. */
  public List<String> exampleLines() {
    return frequent().map(Map.Entry::getKey).limit(EXAMPLES).map(reason -> "  " + reason + ": " + examples.get(reason)).toList();
  }

  private Stream<Map.Entry<String, Long>> frequent() {
    return unqualifiedMessages.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()).thenComparing(Map.Entry.comparingByKey()));
  }

  /** The same for a machine. */
  public Map<String, Object> document() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("messages", messages);
    document.put("with_rows", count.withRows());
    document.put("unqualified", count.unqualified());
    document.put("unqualified_by_reason", unqualifiedMessages);
    document.put("examples", examples);
    document.put("dropped", count.drops());
    document.put("unaccounted", unaccounted());
    return document;
  }
}
