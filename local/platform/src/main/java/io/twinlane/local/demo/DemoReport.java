package io.twinlane.local.demo;

import io.twinlane.catalog.Amount;
import io.twinlane.local.RuleFigures;
import io.twinlane.local.terminal.Colours;
import io.twinlane.local.terminal.Printable;
import io.twinlane.local.terminal.Table;
import io.twinlane.local.terminal.Terminal;
import io.twinlane.local.up.PlayLink;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a person reads at the end of a run: the figures by source and category, what was found wrong, some real results, addresses. */
final class DemoReport {
  private static final String BATCH_ONLY = "batch only";
  private static final String NO_ROWS = "no rows";

  private final Terminal terminal;
  private final Colours colours;

  DemoReport(Terminal terminal) {
    this.terminal = terminal;
    this.colours = terminal.colours();
  }

  void print(Summary summary, List<SourceRowCounts> rows, Results results) {
    UnqualifiedReport unqualified = new UnqualifiedReport(summary, colours);
    say("");
    say(colours.strong("Both lanes, by source and category"));
    terminal.out().print(figures(summary, rows).text(colours));
    say("");
    latencies(summary.latency());
    say("peak memory of the whole process tree: " + summary.memory().peakTree() + " MB");
    section(unqualified.lines());
    section(mappings(summary));
    verdict(summary.checks(), unqualified.warnings());
    results(results);
    addresses(summary);
  }

  private Table figures(Summary summary, List<SourceRowCounts> rows) {
    Table table = Table.of("source", ">raw", ">with rows", ">unqualified", ">drops", "conservation", "category", ">rows", ">ClickHouse",
        ">silver", "parity");
    String last = "";
    for (SourceRowCounts row : rows) {
      Summary.OfSource source = summary.sources().stream().filter(s -> s.source().equals(row.source())).findFirst().orElseThrow();
      boolean first = !row.source().equals(last);
      last = row.source();
      table.row(first ? row.source() : "", first ? number(source.raw()) : "", first ? number(source.withRows()) : "",
          first ? number(source.unqualified()) : "", first ? number(source.drops()) : "",
          first ? verdict(source.conserved() && source.batch().conserved()) : "", row.category(), number(row.rows()),
          number(row.clickhouse()), number(row.silver()), agreement(row));
    }
    return table;
  }

  private String agreement(SourceRowCounts row) {
    if (row.agrees() && row.rows() + row.clickhouse() + row.silver() == 0) {
      return NO_ROWS;
    }
    return row.live() || !row.agrees() ? verdict(row.agrees()) : BATCH_ONLY;
  }

  private void latencies(Summary.Latencies latencies) {
    List<String> measured = new ArrayList<>();
    if (latencies.rawToClickhouse().measured()) {
      measured.add(latency("to ClickHouse-visible", latencies.rawToClickhouse()));
    }
    if (latencies.rawToRedis().measured()) {
      measured.add(latency("to Redis", latencies.rawToRedis()));
    }
    if (!measured.isEmpty()) {
      say("raw receipt " + String.join("   ", measured));
    }
  }

  /** What of the mappings these messages did not use: a recording is short, so it is no failure. */
  private List<String> mappings(Summary summary) {
    List<String> lines = new ArrayList<>();
    for (Summary.OfSource source : summary.sources()) {
      RuleFigures.lines(source.mapping()).forEach(line -> lines.add("  " + source.source() + ": " + Printable.line(line)));
    }
    if (!lines.isEmpty()) {
      lines.add(0, colours.strong("Mappings") + ": what these messages did not use; no failure, unless it should have been there");
    }
    return lines;
  }

  private void section(List<String> lines) {
    if (!lines.isEmpty()) {
      say("");
      lines.forEach(this::say);
    }
  }

  private void verdict(List<Summary.Check> checks, List<String> warnings) {
    List<Summary.Check> failed = checks.stream().filter(check -> !check.ok()).toList();
    long counted = checks.stream().filter(Summary.Check::counted).count();
    say("");
    if (!failed.isEmpty()) {
      say(colours.bad(failed.size() + " of " + Amount.of(counted, "check") + (failed.size() == 1 ? " does" : " do") + " not hold:"));
      failed.forEach(check -> say("  " + check.name() + ": " + check.detail()));
    } else if (counted == 0) {
      say(colours.warn("Nothing was checked: there was no message."));
    } else {
      say(colours.good(counted == 1 ? "The one check holds" : "All " + counted + " checks hold") + ": " + proven(checks) + ".");
    }
    warnings.forEach(warning -> say(colours.warn("But " + warning + "; see above.")));
    List<String> uncounted = checks.stream().filter(check -> !check.counted()).map(Summary.Check::name).toList();
    if (!uncounted.isEmpty()) {
      say(colours.faint("Nothing to compare, so not counted: " + String.join(", ", uncounted)));
    }
  }

  /** What the checks that count are about: a run over files alone proves less than one over recordings. */
  private static String proven(List<Summary.Check> checks) {
    List<String> proven = new ArrayList<>();
    if (!subjects(checks, "conservation").isEmpty() || !subjects(checks, "conservation-batch").isEmpty()) {
      proven.add("conservation of every source" + (subjects(checks, "conservation-lanes").isEmpty() ? "" : " in both lanes"));
    }
    if (!subjects(checks, "parity").isEmpty()) {
      proven.add("parity of " + String.join(", ", subjects(checks, "parity")));
    }
    if (!subjects(checks, "stored").isEmpty()) {
      proven.add("ClickHouse holds what silver does of " + String.join(", ", subjects(checks, "stored")));
    }
    if (!subjects(checks, "computation").isEmpty()) {
      proven.add("every computation runs");
    }
    return String.join("; ", proven);
  }

  private static List<String> subjects(List<Summary.Check> checks, String kind) {
    return checks.stream().filter(check -> check.counted() && check.name().startsWith(kind + ":"))
        .map(check -> check.name().substring(kind.length() + 1)).toList();
  }

  private void results(Results results) {
    if (results.lines().isEmpty()) {
      return;
    }
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
