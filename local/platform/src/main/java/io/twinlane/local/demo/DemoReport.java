package io.twinlane.local.demo;

import io.twinlane.local.terminal.Colours;
import io.twinlane.local.terminal.Printable;
import io.twinlane.local.terminal.Table;
import io.twinlane.local.terminal.Terminal;
import io.twinlane.local.up.PlayLink;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What a person reads at the end of a run: the figures by source and category, what was found wrong, some real results, addresses. */
final class DemoReport {
  private static final String BATCH_ONLY = "batch only";

  private final Terminal terminal;
  private final Colours colours;

  DemoReport(Terminal terminal) {
    this.terminal = terminal;
    this.colours = terminal.colours();
  }

  void print(Summary summary, List<SourceRows> rows, Results results) {
    say("");
    say(colours.strong("Both lanes, by source and category"));
    terminal.out().print(figures(summary, rows).text(colours));
    say("");
    say(latency("raw receipt to ClickHouse-visible", summary.latency().rawToClickhouse())
        + "   " + latency("to Redis", summary.latency().rawToRedis()));
    say("peak memory of the whole process tree: " + summary.memory().peakTree() + " MB");
    reasons(summary);
    findings(summary);
    results(results);
    addresses(summary);
  }

  private Table figures(Summary summary, List<SourceRows> rows) {
    Table table = Table.of("source", ">raw", ">with rows", ">unqualified", ">drops", "conservation", "category", ">rows", ">ClickHouse",
        ">silver", "parity");
    String last = "";
    for (SourceRows row : rows) {
      Summary.OfSource source = summary.sources().stream().filter(s -> s.source().equals(row.source())).findFirst().orElseThrow();
      boolean first = !row.source().equals(last);
      last = row.source();
      table.row(first ? row.source() : "", first ? number(source.raw()) : "", first ? number(source.withRows()) : "",
          first ? number(source.unqualified()) : "", first ? number(source.drops()) : "",
          first ? verdict(source.conserved() && source.batch().conserved()) : "", row.category(), number(row.rows()),
          row.live() ? number(row.clickhouse()) : "-", number(row.silver()), row.live() ? verdict(row.agrees()) : BATCH_ONLY);
    }
    return table;
  }

  private void reasons(Summary summary) {
    for (Summary.OfSource source : summary.sources()) {
      if (!source.unqualifiedByReason().isEmpty()) {
        say("unqualified from " + source.source() + ": " + source.unqualifiedByReason().entrySet().stream()
            .map(entry -> entry.getKey() + " " + entry.getValue()).collect(Collectors.joining(", ")));
      }
    }
  }

  private void findings(Summary summary) {
    List<Summary.Check> failed = summary.checks().stream().filter(check -> !check.ok()).toList();
    say("");
    if (failed.isEmpty()) {
      say(colours.good("All " + summary.checks().size() + " checks hold")
          + ": conservation of every source in both lanes, parity of every category.");
    } else {
      say(colours.bad(failed.size() + " of " + summary.checks().size() + " checks do not hold:"));
      failed.forEach(check -> say("  " + check.name() + ": " + check.detail()));
    }
  }

  private void results(Results results) {
    say("");
    say(colours.strong("Some results"));
    results.lines().forEach(line -> say("  " + Printable.line(line)));
  }

  private void addresses(Summary summary) {
    say("");
    say(colours.strong("To look at"));
    Map<String, String> at = summary.addresses();
    say("  Flink dashboard  " + at.get("flink"));
    say("  ClickHouse       " + at.get("clickhouse") + "/play   (with a query that runs:)");
    PlayLink.FIRST_LOOKS.forEach(link -> say("    " + link.title() + ": " + link.at(at.get("clickhouse"))));
    say("  Redis            " + at.get("redis"));
    say("  Kafka            " + at.get("kafka"));
    say("  lake             " + summary.lake() + "   (raw files, Iceberg tables below warehouse/)");
  }

  private String verdict(boolean holds) {
    return holds ? colours.good("holds") : colours.bad("BROKEN");
  }

  private static String latency(String what, Summary.Percentiles latency) {
    return String.format(Locale.ROOT, "%s p50 %.0f ms, p99 %.0f ms", what, latency.p50(), latency.p99());
  }

  private static String number(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  private void say(String line) {
    terminal.out().println(line);
  }
}
