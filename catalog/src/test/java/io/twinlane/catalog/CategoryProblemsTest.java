package io.twinlane.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CategoryProblemsTest {
  private static final String FILE = "catalog/categories/quote.yaml:";
  @TempDir Path root;

  private List<String> problems(String from, String to) {
    assertThat(CatalogFolder.QUOTE).as("the text to replace").contains(from);
    return new CatalogFolder(root).with("catalog/categories/quote.yaml", CatalogFolder.QUOTE.replace(from, to)).problems();
  }

  @Test
  void an_unknown_key_is_told_with_the_nearest_and_the_known_ones() {
    assertThat(problems("retention: 7d", "retenton: 7d")).containsExactly(
        FILE + "1: key retention is missing",
        FILE + "6: unknown key retenton; did you mean retention? "
            + "Known: category, description, identifier, timestamp, keys, retention, future-tolerance, fields, views");
  }

  @Test
  void a_comma_outside_quotes_is_told_as_what_it_is() {
    assertThat(problems("description: What}", "description: What, and of whom}")).containsExactly(
        FILE + "8: unknown key and of whom: a text with a comma in it must stand in quotes");
  }

  @Test
  void an_unknown_dtype_and_unit_are_told() {
    assertThat(problems("dtype: \"decimal(24,12)\", unit: 1_percent", "dtype: float, unit: 1_percnt")).containsExactly(
        FILE + "11: unknown dtype float. Known: " + Dtype.ALLOWED,
        FILE + "11: unknown unit percnt; did you mean percent? Known: usd, percent, us");
    assertThat(problems("unit: 1_percent", "unit: percent")).containsExactly(
        FILE + "11: percent is no unit: none, varies, or an amount and a name such as 1_usd");
    assertThat(problems("dtype: string, unit: none", "dtype: string, unit: varies")).containsExactly(
        FILE + "8: unit varies is for decimal and int64 fields, not for string");
  }

  @Test
  void names_that_stores_use_themselves_are_taken() {
    assertThat(problems("name: change", "name: price_unit")).containsExactly(
        FILE + "11: field name price_unit ends in _unit, as the columns beside every field do: choose another");
    assertThat(problems("name: change", "name: origin")).containsExactly(
        FILE + "11: field name origin is a column that every row has anyway: choose another");
    assertThat(problems("name: change", "name: price")).containsExactly(FILE + "11: field price stands here twice");
    assertThat(problems("name: change", "name: changePercent")).containsExactly(FILE + "11: name changePercent must be lower snake case, "
        + "such as market_tick: it becomes part of topic, table and key names");
  }

  @Test
  void the_designated_fields_and_keys_are_required_fields_of_the_right_dtype() {
    assertThat(problems("timestamp: event_time", "timestamp: even_time")).containsExactly(
        FILE + "4: unknown field even_time; did you mean event_time? Known: symbol, event_time, price, change");
    assertThat(problems("timestamp: event_time", "timestamp: price")).containsExactly(
        FILE + "4: price must be a timestamp, not decimal(24,12)", FILE + "4: price must be required: true, every row has one");
    assertThat(problems("keys: [symbol]", "keys: [price]")).containsExactly(
        FILE + "5: key price must be required (or required-unless), a snapshot has no entry without it",
        FILE + "5: keys must hold the identifier symbol");
  }

  @Test
  void a_field_may_be_required_of_all_rows_but_those_that_a_required_string_exempts() {
    assertThat(problems("unit: varies, ", "unit: varies, required-unless: {change: 1}, ")).containsExactly(
        FILE + "8: field price is required-unless change says so: change must be a required string here");
    assertThat(problems("unit: varies, ", "unit: varies, required: true, required-unless: {symbol: NONE}, ")).containsExactly(
        FILE + "10: required-unless names one field and its value, such as {action: clear}, and stands instead of required");
  }

  @Test
  void a_value_of_the_wrong_shape_is_told() {
    assertThat(problems("keys: [symbol]", "keys: symbol")).containsExactly(FILE + "5: keys must be a list, not a text");
    assertThat(problems("description: One price", "description: [One, price]"))
        .containsExactly(FILE + "2: description must be a text, not a list");
    assertThat(problems("required: true, description: What}", "required: yes, description: ''}")).containsExactly(
        FILE + "8: description has no value",
        FILE + "8: unknown value of required yes. Known: false, true");
  }

  private List<String> viewProblems(String view) {
    return new CatalogFolder(root).with("catalog/categories/quote.yaml", CatalogFolder.QUOTE + "views:\n" + view).problems();
  }

  @Test
  void a_view_names_fields_and_states_that_there_are() {
    assertThat(viewProblems("""
          - {view: prints, description: Prints, new: pric, states: [LIFE], columns: {price: prise}}
          - {view: empty, description: Empty, new: price, states: [], columns: {Price: price, symbol: price, price_unit: price}}
        """)).containsExactly(
        FILE + "13: unknown field pric; did you mean price? Known: symbol, event_time, price, change",
        FILE + "13: unknown field prise; did you mean price? Known: symbol, event_time, price, change",
        FILE + "13: unknown state LIFE; did you mean LIVE? Known: MISSING, LIVE, CARRIED, DERIVED, UNRESOLVED",
        FILE + "14: column Price must be lower snake case, such as price",
        FILE + "14: column price_unit ends in _unit, as the columns beside every field do: choose another",
        FILE + "14: column symbol is in every view anyway: choose another",
        FILE + "14: states has no entry");
  }

  @Test
  void a_view_or_category_is_called_as_no_other_table() {
    assertThat(viewProblems("""
          - {view: quote, description: Prints, new: price, states: [LIVE], columns: {price: price}}
          - {view: states, description: Prints, new: price, states: [LIVE], columns: {price: price}}
          - {view: quote_latest, description: Prints, new: price, states: [LIVE], columns: {price: price}}
        """)).containsExactly(
        FILE + "13: view quote is the name of a category already: choose another",
        FILE + "14: view states is a table that the platform has itself: choose another",
        FILE + "15: view quote_latest ends in _latest, as tables beside every category do: choose another");
    assertThat(problems("category: quote", "category: units")).contains(
        FILE + "1: category units is a table that the platform has itself: choose another");
  }

  @Test
  void a_minimum_is_a_number_of_a_number() {
    assertThat(problems("unit: 1_percent, ", "unit: 1_percent, minimum: none, ")).containsExactly(FILE + "11: minimum none is no number, such as 0");
    assertThat(problems("required: true, description: What}", "required: true, minimum: 0, description: What}")).containsExactly(
        FILE + "8: minimum is for decimal and int64 fields, not for string");
    Catalog catalog = new CatalogFolder(root).with("catalog/categories/quote.yaml", CatalogFolder.QUOTE.replace("unit: 1_percent, ",
        "unit: 1_percent, minimum: -100, ")).load();
    assertThat(catalog.category("quote").field("change").minimum()).isEqualTo("-100");
    assertThat(catalog.category("quote").field("price").minimum()).isNull();
  }

  @Test
  void how_far_ahead_a_time_may_lie_is_the_platforms_or_the_categorys_own() {
    assertThat(problems("retention: 7d", "retention: 7d\nfuture-tolerance: 99999d")).containsExactly(
        FILE + "7: future-tolerance 99999d is more than 80000d: no time beyond the year 2199 is read");
    CatalogFolder folder = new CatalogFolder(root);
    assertThat(folder.load().category("quote").futureTolerance()).isEqualTo(Duration.ofDays(1));
    folder.with("catalog/categories/quote.yaml", CatalogFolder.QUOTE.replace("retention: 7d", "retention: 7d\nfuture-tolerance: 90m"));
    assertThat(folder.load().category("quote").futureTolerance()).isEqualTo(Duration.ofMinutes(90));
  }
}
