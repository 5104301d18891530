package io.twinlane.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinlane.catalog.load.Problems;
import io.twinlane.catalog.load.Released;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The catalog in this repository. */
class RepositoryCatalogTest {
  private static final Path ROOT = Path.of(System.getProperty("twinlane.root"));
  private final Catalog catalog = CatalogLoader.load(ROOT);

  @Test
  void means_what_is_released_and_what_is_new_is_recorded() {
    Problems problems = new Problems(ROOT);

    assertThat(Released.check(ROOT, catalog, source -> true, problems)).as("not recorded: run ./twinlane render").isEmpty();
    assertThat(problems.list()).isEmpty();
  }

  @Test
  void has_the_four_categories_and_five_sources_in_name_order() {
    assertThat(catalog.categories()).extracting(Category::name).containsExactly("economic_event", "indicator", "market_tick", "order_book");
    assertThat(catalog.sources()).extracting(Source::name).containsExactly("cftc", "coinbase", "eia", "ib", "simulated");
    assertThat(catalog.sources(Source.Lane.FILES)).extracting(Source::name).containsExactly("cftc", "eia");
  }

  @Test
  void a_source_that_is_the_same_as_another_differs_in_name_version_and_description_alone() {
    Source coinbase = catalog.source("coinbase");
    Source simulated = catalog.source("simulated");

    assertThat(simulated).usingRecursiveComparison().ignoringFields("name", "version", "description").isEqualTo(coinbase);
    assertThat(simulated.rawTopic()).as("topic").isEqualTo("raw.simulated");
  }

  @Test
  void the_columns_of_cftc_are_those_of_the_published_header() {
    List<Column> columns = catalog.source("cftc").columns();

    assertThat(columns).hasSize(191);
    assertThat(columns.get(2).name()).isEqualTo("Report_Date_as_YYYY-MM-DD");
    assertThat(columns.get(11)).isEqualTo(
        new Column("Swap__Positions_Short_All", List.of("Swap__Positions_Short_All"), false, null, "Swap Positions Short All"));
  }

  @Test
  void an_anchored_group_of_fields_serves_both_rules_that_name_it() {
    List<MessageRule> messages = catalog.source("coinbase").messages();

    assertThat(messages).extracting(MessageRule::name).containsExactly("match", "last-match", "book-snapshot", "book-update");
    assertThat(messages.get(1).fields()).as("fields of last-match").isEqualTo(messages.get(0).fields());
    assertThat(messages.get(2).each()).extracting(Each::array).containsExactly("bids", "asks");
  }

  @Test
  void the_state_of_an_ib_message_goes_by_the_first_letter_of_its_availability_and_sticks() {
    StateRule state = catalog.source("ib").messages().get(0).state();

    assertThat(state.sticky()).isTrue();
    assertThat(state.firstLetter()).containsEntry("Y", "FROZEN_DELAYED").containsEntry("N", "NOT_SUBSCRIBED");
    assertThat(state.otherwise()).isEqualTo("UNKNOWN");
  }

  @Test
  void the_contract_that_ib_answers_with_na_is_not_in_the_instrument_table() {
    assertThat(catalog.instruments().of("ib")).containsKey("265598").doesNotContainKey("8595");
  }
}
