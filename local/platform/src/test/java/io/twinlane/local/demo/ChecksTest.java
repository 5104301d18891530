package io.twinlane.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.CatalogLoader;
import io.twinlane.proof.conservation.SourceCount;
import io.twinlane.proof.parity.ComparedRange;
import io.twinlane.proof.parity.ParityResult;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChecksTest {
  private static final Catalog CATALOG = CatalogLoader.load(Path.of(System.getProperty("twinlane.root")));
  private static final SourceCount ONE_ROW = new SourceCount(1, 1, 0, 0, Map.of(), List.of());
  private static final SourceCount EMPTY = new SourceCount(0, 0, 0, 0, Map.of(), List.of());

  private final Checks checks = new Checks();

  @Test
  void a_comparison_without_rows_is_not_counted() {
    checks.parity("order_book", ParityResult.NOTHING);

    assertThat(checks.list()).containsExactly(new Summary.Check("parity:order_book", true, "nothing to compare", false));
  }

  @Test
  void a_comparison_of_one_row_is_counted_and_told_as_one_row() {
    checks.parity("order_book", new ParityResult(1, 0, 0, 0, 0, ComparedRange.NONE, List.of()));
    checks.stored("economic_event", new ParityResult(0, 0, 2, 0, 0, ComparedRange.NONE, List.of("x: only in silver")));

    assertThat(checks.list()).containsExactly(
        new Summary.Check("parity:order_book", true,
            "1 row compared, 0 only in the streaming lane, 0 only in the batch lane, 0 different", true),
        new Summary.Check("stored:economic_event", false,
            "0 rows compared, 0 only in ClickHouse, 2 only in silver, 0 different\n    x: only in silver", true));
  }

  @Test
  void a_comparison_says_what_it_looked_at_and_what_it_left_out() {
    checks.parity("market_tick", new ParityResult(2, 0, 0, 0, 0,
        new ComparedRange(Instant.parse("2026-11-18T03:00:00.000001Z"), Instant.parse("2026-11-25T02:00:00Z"), 7), List.of()));

    assertThat(checks.list()).extracting(Summary.Check::detail).containsExactly(
        "2 rows compared, 0 only in the streaming lane, 0 only in the batch lane, 0 different,"
            + " arrived from 2026-11-18T03:00:00.000001Z to 2026-11-25T02:00:00Z;"
            + " 7 earlier rows of silver left out, for they may be forgotten in the streaming lane");
  }

  @Test
  void records_that_tell_nothing_of_any_message_are_told_by_topic() {
    checks.undecodable(Map.of("category.market_tick", 3L));

    assertThat(checks.list()).containsExactly(new Summary.Check("undecodable:category.market_tick", false,
        "3 records cannot be decoded; what readers set aside is in ClickHouse's unqualified, reason UNDECODABLE", true));
  }

  @Test
  void a_source_without_a_message_proves_nothing() {
    checks.conservation(List.of(CATALOG.source("ib"), CATALOG.source("eia")), Map.of("ib", EMPTY), Map.of());

    assertThat(checks.list()).hasSize(4).allMatch(Summary.Check::ok).noneMatch(Summary.Check::counted);
  }

  @Test
  void messages_in_one_lane_alone_are_counted_and_fail() {
    checks.conservation(List.of(CATALOG.source("ib")), Map.of("ib", ONE_ROW), Map.of("ib", EMPTY));

    assertThat(checks.list()).filteredOn(Summary.Check::counted).extracting(Summary.Check::name)
        .containsExactly("conservation:ib", "conservation-lanes:ib");
    assertThat(checks.list()).filteredOn(check -> !check.ok()).extracting(Summary.Check::name).containsExactly("conservation-lanes:ib");
  }
}
