package io.twinlane.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinlane.local.RuleFigures;
import io.twinlane.local.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DemoReportTest {
  private static final Summary.Check HOLDS = new Summary.Check("conservation:ib", true, "1 raw", true);
  private static final Summary.Check NOTHING = Summary.Check.ofNothing("parity:order_book");

  private static Summary.OfSource source(long raw, long unqualified, Summary.StandOut... standsOut) {
    return new Summary.OfSource("ib", "both", raw, raw - unqualified, unqualified, 0, true,
        unqualified == 0 ? Map.of() : Map.of("NOT_JSON", unqualified), new Summary.Batch(raw, raw - unqualified, unqualified, 0, true),
        (double) unqualified / raw, unqualified, List.of(standsOut),
        List.of(new RuleFigures("quote", raw, 0, List.of("volume (column 7762)")), new RuleFigures("news", 0, 0, List.of())));
  }

  @Test
  void what_of_a_mapping_was_not_used_is_told_calmly() {
    assertThat(report(source(3, 0), Summary.Percentiles.NONE, HOLDS)).contains(
        "Mappings: what these messages did not use; no failure, unless it should have been there\n"
            + "  ib: rule quote: no value was found for volume (column 7762)\n  ib: no message for rule news\n",
        "The one check holds");
  }

  private static String report(Summary.OfSource source, Summary.Percentiles redis, Summary.Check... checks) {
    Summary summary = new Summary("1", "2026-11-22T09:30:00Z", 1, true, Map.of(), Map.of(), "w", "lake", List.of(source), List.of(),
        List.of(), new Summary.Latencies(Summary.Percentiles.NONE, redis), new Summary.Memory(100), List.of(checks));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    new DemoReport(Terminal.plain(stream, stream)).print(summary, List.of(), new Results(List.of()));
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void that_all_messages_are_unqualified_is_said_beside_the_checks_that_hold() {
    String report = report(source(3, 3, new Summary.StandOut("NOT_JSON", null, null, 3, "It is not JSON", "raw.ib/0", 7, "hello")),
        Summary.Percentiles.NONE, HOLDS, HOLDS);

    assertThat(report).contains("  ib: 3 of 3 messages (100.0 %), 3 unqualified rows: NOT_JSON 3\n"
        + "    3 x It is not JSON\n        first raw.ib/0 offset 7: hello\n");
    assertThat(report).contains("All 2 checks hold: conservation of every source.\n", "\nBut no message of ib gave a row: all 3 are unqualified; see above.\n");
  }

  @Test
  void a_few_unqualified_messages_do_not_touch_the_verdict() {
    assertThat(report(source(200, 1, new Summary.StandOut("NOT_JSON", null, null, 1, "It is not JSON", "raw.ib/0", 7, "hello")),
        Summary.Percentiles.NONE, HOLDS)).contains("1 of 200 messages (0.5 %), 1 unqualified row: ").contains("The one check holds: ")
        .doesNotContain("But ");
  }

  @Test
  void what_had_nothing_to_compare_is_not_among_the_checks_that_hold() {
    assertThat(report(source(1, 0), Summary.Percentiles.NONE, HOLDS, HOLDS, NOTHING)).contains("All 2 checks hold: ")
        .contains("Nothing to compare, so not counted: parity:order_book\n");
    assertThat(report(source(1, 0), Summary.Percentiles.NONE, NOTHING)).contains("Nothing was checked: ").doesNotContain("hold");
  }

  @Test
  void the_verdict_names_what_was_proven_and_no_more() {
    assertThat(report(source(1, 0), Summary.Percentiles.NONE, HOLDS, new Summary.Check("conservation-lanes:ib", true, "", true),
        new Summary.Check("parity:market_tick", true, "", true), new Summary.Check("stored:economic_event", true, "", true), NOTHING))
        .contains("All 4 checks hold: conservation of every source in both lanes; parity of market_tick;"
            + " ClickHouse holds what silver does of economic_event.\n");
  }

  @Test
  void latencies_are_told_where_something_was_streamed_alone() {
    assertThat(report(source(1, 0), Summary.Percentiles.NONE, HOLDS)).doesNotContain("p50");
    assertThat(report(source(1, 0), new Summary.Percentiles(5, 9), HOLDS)).contains("\nraw receipt to Redis p50 5 ms, p99 9 ms\n");
  }
}
