package io.twinlane.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.CatalogLoader;
import io.twinlane.kafka.replay.MaxGap;
import io.twinlane.kafka.replay.ReplayCounts;
import io.twinlane.kafka.replay.Shortened;
import io.twinlane.local.RuleFigures;
import io.twinlane.local.recordings.Fate;
import io.twinlane.local.recordings.Recordings;
import io.twinlane.proof.conservation.SourceCount;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReplayReportTest {
  private static final Catalog CATALOG = CatalogLoader.load(Outcome.ROOT);
  private static final ReplayCounts COUNTS =
      new ReplayCounts(Map.of("raw.ib", 1434L), Map.of(), new Shortened(2, Duration.ofSeconds(90)), Duration.ofMillis(1500));

  private static final String STATUS_HAS_IT = "  What of the mapping is not used: ./twinlane status, ten seconds from now";

  private final Recordings recordings = new Recordings(CATALOG, MaxGap.STANDARD, new ArrayList<>());

  @Test
  void what_became_of_the_messages_is_told_where_normalize_runs() {
    ReplayReport report = ReplayReport.of(recordings, COUNTS, fate(1370), List.of());
    assertThat(report.ok()).isTrue();
    assertThat(report.lines()).containsExactly("ib: 1,434 messages: 0 with rows, 1,370 unqualified (UNKNOWN_MESSAGE 1,370), 64 dropped",
        "  UNKNOWN_MESSAGE: Cannot find a rule for the message: topic is missing", STATUS_HAS_IT);
    assertThat(report.document()).containsEntry("ok", true).containsEntry("pauses_shortened", 2).containsEntry("seconds_left_out", 90.0)
        .containsEntry("became_unknown", null);
    assertThat(report.document().get("became")).asString().startsWith("{ib={messages=1434, with_rows=0, unqualified=1370");
  }

  @Test
  void what_of_the_mapping_was_not_used_is_told_as_far_as_the_job_has_told_it() {
    List<RuleFigures> mapping = List.of(
        new RuleFigures("quote", 812, 2, List.of("last_cap (column 7289)")), new RuleFigures("book", 0, 0, List.of()));
    ReplayReport report = ReplayReport.of(recordings, COUNTS, fate(1370), mapping);
    assertThat(report.lines()).endsWith(
        "  since normalize-ib began: rule quote: 2 rows without a single value from their messages",
        "  since normalize-ib began: rule quote: no value was found for last_cap (column 7289)",
        "  since normalize-ib began: no message for rule book", STATUS_HAS_IT);
    assertThat(report.document()).containsEntry("mapping_since_start", mapping);
  }

  @Test
  void a_message_that_is_not_accounted_for_is_a_no() {
    assertThat(ReplayReport.of(recordings, COUNTS, fate(1369), List.of()).ok()).isFalse();
  }

  @Test
  void where_no_job_of_ours_normalizes_it_is_said_that_nobody_knows() {
    ReplayReport report = ReplayReport.of(recordings, COUNTS, "no job normalize-ib runs");
    assertThat(report.ok()).isTrue();
    assertThat(report.lines())
        .containsExactly("1,434 messages in raw.ib", "What became of them cannot be said: no job normalize-ib runs.");
    assertThat(report.document()).containsEntry("became", null).containsEntry("became_unknown", "no job normalize-ib runs");
  }

  private static Fate fate(long unqualified) {
    return new Fate("ib", 1434, new SourceCount(1434, 0, unqualified, 64, Map.of(), List.of()), Map.of("UNKNOWN_MESSAGE", unqualified),
        Map.of("UNKNOWN_MESSAGE", "Cannot find a rule for the message: topic is missing"));
  }
}
