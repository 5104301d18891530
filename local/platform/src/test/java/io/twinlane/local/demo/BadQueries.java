package io.twinlane.local.demo;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.Computation;
import io.twinlane.catalog.Computation.OutputColumn;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** What a team may submit on a bad day: a query with a slip of the pen, and one that its first row kills. */
final class BadQueries {
  static final String UNPLANNABLE = "research/misspelt";
  static final String DYING = "research/dies_of_a_row";
  static final List<String> NAMES = List.of(UNPLANNABLE, DYING);

  private BadQueries() {
  }

  static boolean are(Computation computation) {
    return NAMES.contains(computation.team() + "/" + computation.name());
  }

  static Catalog addTo(Catalog catalog) {
    return catalog.with(Stream.concat(Stream.of(
        computation("misspelt", "SELECT symbol,\nlast_pric AS n FROM market_tick"),
        computation("dies_of_a_row", "SELECT symbol, CAST(symbol AS INT) AS n FROM market_tick")),
        catalog.computations().stream()).toList());
  }

  private static Computation computation(String name, String sql) {
    return new Computation("research", name, "", List.of("symbol"), Duration.ofMinutes(60), List.of("market_tick"),
        List.of(new OutputColumn("symbol", "STRING", ""), new OutputColumn("n", "INT", "")), sql);
  }
}
