package io.twinlane.cli;

import io.twinlane.catalog.Amount;
import io.twinlane.catalog.Category;
import io.twinlane.catalog.Source;
import io.twinlane.jobs.JobRun;
import io.twinlane.jobs.silver.SilverCounts;
import io.twinlane.local.RuleFigures;
import io.twinlane.local.batch.BatchResult;
import io.twinlane.local.terminal.Colours;
import io.twinlane.local.terminal.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a run of batch jobs gave, for a person and for a script. */
final class RunReport {
  private final BatchResult run;

  RunReport(BatchResult run) {
    this.run = run;
  }

  /** A job that failed could not run; figures that do not add up are a no. */
  int exitCode() {
    if (!run.failures().isEmpty()) {
      return ExitCode.COULD_NOT_RUN;
    }
    return run.findings().isEmpty() ? ExitCode.DONE : ExitCode.NO;
  }

  List<String> lines(Colours colours) {
    List<String> lines = new ArrayList<>();
    table().ifPresent(table -> lines.addAll(table.lines(colours)));
    run.silver().stream().filter(job -> !job.failed()).forEach(job -> unqualified(job, lines));
    lines.addAll(run.notes());
    run.findings().forEach(finding -> lines.add(colours.bad(finding)));
    run.failures().forEach(failure -> lines.add(colours.bad(failure)));
    if (exitCode() == ExitCode.DONE && run.silver().isEmpty()) {
      lines.add("Next: ./twinlane run silver");
    }
    return lines;
  }

  private Optional<Table> table() {
    Table table = run.silver().isEmpty() ? bronze() : silver();
    return table.isEmpty() ? Optional.empty() : Optional.of(table);
  }

  private Table bronze() {
    Table table = Table.of("job", "source", ">records");
    for (JobRun<Source, Long> job : run.bronze()) {
      if (!job.failed()) {
        table.row(job.job(), job.of().name(), number(job.result()));
      }
    }
    return table;
  }

  private Table silver() {
    Table table =
        Table.of("job", "source", ">messages", ">with rows", ">unqualified", ">drops", ">rows", ">in ClickHouse");
    for (JobRun<Category, SilverCounts> job : run.silver()) {
      if (!job.failed()) {
        job.result().bySource().forEach((source, count) -> table.row(job.job(), source, number(count.messages()),
            number(count.withRows()), number(count.unqualified()), number(count.dropped()), number(count.rows()),
            clickhouse(job.of(), source)));
      }
    }
    return table;
  }

  /** Rows of live sources come there by the streaming lane. */
  private String clickhouse(Category category, String source) {
    Long rows = run.inClickHouse(category, source);
    return rows == null ? "" : number(rows);
  }

  private static void unqualified(JobRun<Category, SilverCounts> job, List<String> lines) {
    job.result().bySource().forEach((source, count) -> {
      if (!count.unqualifiedByReason().isEmpty()) {
        lines.add(Amount.of(count.unqualifiedByReason().values().stream().mapToLong(Long::longValue).sum(), "unqualified row") + " of "
            + source + " (" + count.unqualifiedByReason().entrySet().stream().map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "))
            + "): silver." + job.of().name() + "_unqualified, and realtime.unqualified in ClickHouse");
      }
    });
  }

  Map<String, Object> document() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("ok", exitCode() == ExitCode.DONE);
    List<Map<String, Object>> jobs = new ArrayList<>();
    run.bronze().forEach(job -> jobs.add(document(job, "source", job.of().name(), "records", job.result())));
    run.silver().forEach(job -> jobs.add(document(job, "category", job.of().name(), "sources", job.failed() ? null : sources(job))));
    document.put("jobs", jobs);
    document.put("notes", run.notes());
    document.put("findings", run.findings());
    document.put("failures", run.failures());
    return document;
  }

  private static Map<String, Object> document(JobRun<?, ?> job, String kind, String name, String what, Object result) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("job", job.job());
    document.put(kind, name);
    document.put("ok", !job.failed());
    document.put(job.failed() ? "error" : what, job.failed() ? job.why() : result);
    return document;
  }

  private List<Map<String, Object>> sources(JobRun<Category, SilverCounts> job) {
    List<Map<String, Object>> sources = new ArrayList<>();
    job.result().bySource().forEach((source, count) -> {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("source", source);
      one.put("messages", count.messages());
      one.put("with_rows", count.withRows());
      one.put("unqualified", count.unqualified());
      one.put("drops", count.dropped());
      one.put("unqualified_by_reason", count.unqualifiedByReason());
      one.put("rows", count.rows());
      one.put("rows_clickhouse", run.inClickHouse(job.of(), source));
      one.put("mapping", RuleFigures.of(count.use()));
      sources.add(one);
    });
    return sources;
  }

  private static String number(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }
}
