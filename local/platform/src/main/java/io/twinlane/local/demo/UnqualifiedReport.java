package io.twinlane.local.demo;

import io.twinlane.catalog.Amount;
import io.twinlane.local.terminal.Colours;
import io.twinlane.local.terminal.Printable;
import io.twinlane.local.up.PlayLink;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a person reads of a run's unqualified messages: how many of each source, the most frequent reasons, and where to look. */
final class UnqualifiedReport {
  /** From this share of a source's messages on, the verdict speaks of it too. */
  private static final double MANY = 0.1;
  private static final PlayLink ALL = new PlayLink("unqualified",
      "SELECT source_system, reason, explanation, raw_value, raw, origin, origin_offset FROM realtime.unqualified");

  private final Summary summary;
  private final Colours colours;

  UnqualifiedReport(Summary summary, Colours colours) {
    this.summary = summary;
    this.colours = colours;
  }

  /** None where everything qualified. */
  List<String> lines() {
    List<Summary.OfSource> concerned = summary.sources().stream().filter(source -> source.unqualifiedRows() > 0).toList();
    if (concerned.isEmpty()) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    lines.add(colours.strong("Unqualified") + ": messages that gave no row, and parts of messages that gave others; kept whole");
    concerned.forEach(source -> tell(source, lines));
    lines.add("  all of them: " + ALL.sql());
    lines.add("    " + ALL.at(summary.addresses().get("clickhouse")));
    lines.add("  in the lake: silver.<category>_unqualified");
    return lines;
  }

  private void tell(Summary.OfSource source, List<String> lines) {
    String share = source.unqualified() + " of " + Amount.of(source.raw(), "message") + " (" + percent(source) + ")";
    lines.add("  " + source.source() + ": " + (many(source) ? colours.warn(share) : share) + ", "
        + Amount.of(source.unqualifiedRows(), "unqualified row") + ": " + source.unqualifiedByReason().entrySet().stream()
            .map(entry -> entry.getKey() + " " + entry.getValue()).collect(Collectors.joining(", ")));
    for (Summary.StandOut kind : source.standsOut()) {
      lines.add("    " + kind.rows() + " x " + Printable.line(kind.explanation()));
      lines.add(colours.faint("        first " + Printable.line(kind.origin() + " offset " + kind.originOffset() + ": " + kind.rawValue())));
    }
  }

  /** What the verdict must not hide: sources of whose messages many are unqualified. */
  List<String> warnings() {
    return summary.sources().stream().filter(UnqualifiedReport::many)
        .map(source -> source.unqualified() == source.raw()
            ? "no message of " + source.source() + " gave a row: all " + source.raw() + " are unqualified"
            : percent(source) + " of the messages of " + source.source() + " are unqualified").toList();
  }

  private static boolean many(Summary.OfSource source) {
    return source.unqualifiedShare() >= MANY;
  }

  private static String percent(Summary.OfSource source) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * source.unqualifiedShare());
  }
}
