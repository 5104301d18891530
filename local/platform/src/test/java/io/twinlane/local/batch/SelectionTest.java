package io.twinlane.local.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.CatalogLoader;
import io.twinlane.local.up.PlatformRefusal;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SelectionTest {
  private static final Catalog CATALOG = CatalogLoader.load(Path.of(System.getProperty("twinlane.root")));

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "bronze                | eia      |             | bronze-eia",
      "bronze-eia            |          |             | bronze-eia",
      "silver                |          | order_book  | silver-order_book",
      "silver                | coinbase |             | silver-market_tick, silver-order_book",
      "silver-economic_event |          |             | silver-economic_event"})
  void a_job_can_be_named_or_narrowed(String job, String source, String category, String jobs) {
    assertThat(String.join(", ", Selection.of(CATALOG, job, source, category).jobs())).isEqualTo(jobs);
  }

  @Test
  void bronze_is_of_every_source_and_silver_of_every_category_that_has_one() {
    assertThat(Selection.of(CATALOG, "bronze", null, null).bronze()).isEqualTo(CATALOG.sources());
    assertThat(Selection.of(CATALOG, "silver", null, null).jobs())
        .containsExactly("silver-economic_event", "silver-market_tick", "silver-order_book");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "bronce     |      |            | Cannot run bronce: unknown job bronce; did you mean bronze? Known: bronze, silver, bronze-cftc, ",
      "bronze-ei  |      |            | Cannot run bronze-ei: unknown job bronze-ei; did you mean bronze-eia? Known: ",
      "bronze     | eiaa |            | Cannot run it for eiaa: unknown source eiaa; did you mean eia? Known: cftc, ",
      "silver     |      | order_bok  | Cannot run silver-order_bok: unknown category with a source order_bok; did you mean order_book? Known: ",
      "silver     |      | indicator  | Cannot run silver-indicator: unknown category with a source indicator. Known: economic_event, ",
      "bronze     |      | order_book | Cannot run bronze of a category: it works by source. Allowed: --source S",
      "silver     | eia  | order_book | Cannot run silver: give --source or --category, not both.",
      "bronze-eia | eia  |            | Cannot run bronze-eia: it is one job already, without --source and --category."})
  void what_there_is_not_is_refused_with_what_there_is(String job, String source, String category, String sentence) {
    assertThatThrownBy(() -> Selection.of(CATALOG, job, source, category)).isInstanceOf(PlatformRefusal.class)
        .hasMessageStartingWith(sentence);
  }
}
