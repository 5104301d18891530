package io.twinlane.local.up;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinlane.jobs.RefusedComputation;
import io.twinlane.jobs.cluster.JobFailure;
import io.twinlane.jobs.cluster.JobState;
import io.twinlane.local.RuleFigures;
import io.twinlane.local.terminal.Colours;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StatusPageTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  @Test
  void the_page_says_what_runs_on_which_address_and_how_the_jobs_are() {
    List<EngineStatus> engines = List.of(
        new EngineStatus("kafka", "4.2.0", "127.0.0.1:9092", true, 12, 700, true, false),
        new EngineStatus("clickhouse", "26.7", "http://127.0.0.1:8123", false, 13, 250, false, false),
        new EngineStatus("redis", "", "redis://elsewhere:6379", true, 0, 0, false, true),
        new EngineStatus("flink", "2.3.0", "http://127.0.0.1:8081", true, 12, 700, true, false));
    List<JobState> jobs = List.of(
        new JobState("ingest-market_tick", "RUNNING", "2026-11-22T08:30:00Z", 1, 0, 3, null),
        new JobState("normalize-ib", "RESTARTING", "2026-11-22T09:58:20Z", 2, 17, 0,
            new JobFailure("2026-11-22T09:59:48Z", "TimeoutException: Kafka does not answer")));
    PlatformStatus status = new PlatformStatus(true, ".twinlane", 12L, "2026-11-22T09:59:15Z", false, engines, jobs,
        ComputationsAtStart.NONE, Map.of("ib", List.of(new RuleFigures("quote", 3, 1, List.of()), new RuleFigures("news", 0, 0, List.of()))),
        "/r/.twinlane/lake",
        "/r/log");
    assertThat(StatusPage.text(status, Colours.NONE, NOW)).isEqualTo("""
        Platform in .twinlane, pid 12, up for 45 s, still starting

        engine      version  address                 state          pid        memory
        kafka       4.2.0    127.0.0.1:9092          up              12        700 MB
        clickhouse  26.7     http://127.0.0.1:8123   no answer       13        250 MB
        redis                redis://elsewhere:6379  up         outside
        flink       2.3.0    http://127.0.0.1:8081   up              12  same process

        job                 state              for  parallelism  restarts
        ingest-market_tick  RUNNING     1 h 30 min            1         0
        normalize-ib        RESTARTING  1 min 40 s            2        17

        failed         ago  cause
        normalize-ib  12 s  TimeoutException: Kafka does not answer

        undecodable         records  what they are
        ingest-market_tick        3  no rows of ours: ClickHouse's unqualified, reason UNDECODABLE

        mapping of  since its job began
        ib          rule quote: 1 row without a single value from its message
        ib          no message for rule news

        look at
        ClickHouse queries       http://127.0.0.1:8123/play
          latest prices          http://127.0.0.1:8123/play?user=default&run=1#U0VMRUNUICogRlJPTSByZWFsdGltZS5tYXJrZXRfdGlja19sYXRlc3RfdmFsdWVzIFdIRVJFIGxhc3RfcHJpY2UgSVMgTk9UIE5VTEwgT1JERVIgQlkgc291cmNlX3N5c3RlbSwgc3ltYm9s
          trades                 http://127.0.0.1:8123/play?user=default&run=1#U0VMRUNUICogRlJPTSByZWFsdGltZS50cmFkZXMgT1JERVIgQlkgZXZlbnRfdGltZSBERVNDIExJTUlUIDEwMA==
          what the columns mean  http://127.0.0.1:8123/play?user=default&run=1#U0VMRUNUICogRlJPTSByZWFsdGltZS5maWVsZHM=
        Flink dashboard          http://127.0.0.1:8081
        lake                     /r/.twinlane/lake
        logs                     /r/log
        """);
  }

  @Test
  void computations_that_do_not_run_stand_at_the_end_with_their_problems() {
    ComputationsAtStart computations = new ComputationsAtStart(3,
        List.of(new RefusedComputation("quant/vwap_5m", List.of("sql/quant/vwap_5m/query.sql:5: column 7: no such column")),
            new RefusedComputation("desk", List.of("catalog/teams/desk.yaml:2: not YAML: x"))),
        List.of(new RefusedComputation("quant/casts", List.of("job compute-quant-casts fails: NumberFormatException: x"))));
    PlatformStatus status =
        new PlatformStatus(true, ".twinlane", 12L, "2026-11-22T09:59:15Z", true, List.of(), List.of(), computations, Map.of(), "/r/lake", "/r/log");
    assertThat(StatusPage.text(status, Colours.NONE, NOW)).endsWith("""
        logs     /r/log

        1 of 3 computations refused, 1 team refused, 1 of 3 computations failing
          computation quant/vwap_5m does not run:
            sql/quant/vwap_5m/query.sql:5: column 7: no such column
          no computation of team desk runs:
            catalog/teams/desk.yaml:2: not YAML: x
          computation quant/casts does not run:
            job compute-quant-casts fails: NumberFormatException: x
        """);
  }

  @Test
  void a_folder_where_nothing_runs_says_how_to_start() {
    PlatformStatus status = new PlatformStatus(false, ".twinlane", null, null, null, List.of(), List.of(), null, null, null, null);
    assertThat(StatusPage.text(status, Colours.NONE, NOW)).isEqualTo("No platform runs in .twinlane. Start one with ./twinlane up.\n");
  }
}
