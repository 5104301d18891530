package io.twinlane.local.up;

import io.twinlane.jobs.cluster.JobState;
import io.twinlane.local.RuleFigures;
import io.twinlane.local.terminal.Colours;
import io.twinlane.local.terminal.Printable;
import io.twinlane.local.terminal.Table;
import io.twinlane.local.terminal.TimeText;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The platform's status for a person: what runs on which address, and the jobs. */
public final class StatusPage {
  private final PlatformStatus status;
  private final Colours colours;
  private final Instant now;

  private StatusPage(PlatformStatus status, Colours colours, Instant now) {
    this.status = status;
    this.colours = colours;
    this.now = now;
  }

  /** The page as text, ended by a line feed. */
  public static String text(PlatformStatus status, Colours colours, Instant now) {
    return new StatusPage(status, colours, now).text();
  }

  private String text() {
    if (!status.running()) {
      return "No platform runs in " + status.stateDir() + ". Start one with ./twinlane up.\n";
    }
    return "Platform in " + status.stateDir() + ", pid " + status.pid() + ", up for " + since(status.started()) + starting() + "\n\n"
        + engines() + "\n" + jobs() + "\n" + failures() + undecodable() + mappings() + addresses() + refused();
  }

  private String starting() {
    return status.ready() ? "" : colours.warn(", still starting");
  }

  private String engines() {
    Table table = Table.of("engine", "version", "address", "state", ">pid", ">memory");
    boolean told = false;
    for (EngineStatus engine : status.engines()) {
      boolean again = engine.shared() && told;
      told |= engine.shared();
      table.row(engine.name(), engine.version(), engine.address(), engine.up() ? colours.good("up") : colours.bad("no answer"),
          engine.outside() ? "outside" : engine.pid(), memory(engine, again));
    }
    return table.text(colours);
  }

  private static String memory(EngineStatus engine, boolean again) {
    if (engine.outside()) {
      return "";
    }
    return again ? "same process" : engine.memoryMb() + " MB";
  }

  private String jobs() {
    if (status.jobs().isEmpty()) {
      return "No jobs.\n";
    }
    Table table = Table.of("job", "state", ">for", ">parallelism", ">restarts");
    newest().forEach(job -> table.row(job.name(), state(job), since(job.since()), job.parallelism(), restarts(job)));
    return table.text(colours);
  }

  /** A batch job runs again and again: its last run is what a person asks for. */
  private Collection<JobState> newest() {
    Map<String, JobState> newest = new LinkedHashMap<>();
    status.jobs().forEach(job -> newest.merge(job.name(), job, (one, other) -> one.since().compareTo(other.since()) >= 0 ? one : other));
    return newest.values();
  }

  /** By name and cause; a job that runs again is shown too: it may fail again. */
  private String failures() {
    Table table = Table.of("failed", ">ago", "cause");
    List<JobState> failed = newest().stream().filter(job -> job.lastFailure() != null).toList();
    failed.forEach(job -> table.row(job.name(), since(job.lastFailure().at()), job.lastFailure().cause()));
    return failed.isEmpty() ? "" : table.text(colours) + "\n";
  }

  /** Counted since each job's last start; ingest keeps them, computations pass over them. */
  private String undecodable() {
    Table table = Table.of("undecodable", ">records", "what they are");
    List<JobState> met = newest().stream().filter(job -> job.undecodable() > 0).toList();
    met.forEach(job -> table.row(job.name(), job.undecodable(), "no rows of ours: ClickHouse's unqualified, reason UNDECODABLE"));
    return met.isEmpty() ? "" : table.text(colours) + "\n";
  }

  /** What of the mappings no message has used since the jobs began. */
  private String mappings() {
    Table table = Table.of("mapping of", "since its job began");
    if (status.mappings() != null) {
      status.mappings().forEach((source, rules) -> RuleFigures.lines(rules).forEach(line -> table.row(source, Printable.line(line))));
    }
    return table.isEmpty() ? "" : table.text(colours) + "\n";
  }

  private String refused() {
    if (status.computations() == null || status.computations().allRun()) {
      return "";
    }
    return "\n" + colours.bad(status.computations().verdict()) + "\n  " + String.join("\n  ", status.computations().lines()) + "\n";
  }

  private String restarts(JobState job) {
    return job.restarts() == 0 ? "0" : colours.warn(String.valueOf(job.restarts()));
  }

  private String state(JobState job) {
    return switch (job.state()) {
      case "RUNNING", "FINISHED" -> colours.good(job.state());
      case "FAILED", "FAILING", "RESTARTING" -> colours.bad(job.state());
      default -> colours.warn(job.state());
    };
  }

  private String addresses() {
    Table table = Table.of("look at", "");
    for (EngineStatus engine : status.engines()) {
      switch (engine.name()) {
        case ClickHouseServer.NAME -> queries(table, engine.address());
        case FlinkServer.NAME -> table.row("Flink dashboard", engine.address());
        default -> { } // no page of its own
      }
    }
    return table.row("lake", status.lakeRoot()).row("logs", status.log()).text(colours);
  }

  /** Ready-made queries only where there are tables: a platform without jobs has none. */
  private void queries(Table table, String clickHouse) {
    table.row("ClickHouse queries", clickHouse + "/play");
    if (!status.jobs().isEmpty()) {
      PlayLink.FIRST_LOOKS.forEach(link -> table.row("  " + link.title(), link.at(clickHouse)));
    }
  }

  private String since(String instant) {
    Duration age = Duration.between(Instant.parse(instant), now).truncatedTo(ChronoUnit.SECONDS);
    return TimeText.of(age.isNegative() ? Duration.ZERO : age);
  }
}
