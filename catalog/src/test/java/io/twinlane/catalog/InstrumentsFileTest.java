package io.twinlane.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstrumentsFileTest {
  @TempDir Path root;
  private Catalog catalog;
  private Path file;

  @BeforeEach
  void load() {
    catalog = new CatalogFolder(root).with("catalog/instruments.csv", "feed,1,ONE,1_usd,\nfeed,2,TWO,1_usd,\nfeed,3,THREE,1_usd,\n").load();
    file = root.resolve("own/instruments.csv");
  }

  private Catalog overlay(String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return InstrumentsFile.overlay(file, catalog);
  }

  @Test
  void an_own_table_replaces_what_has_the_same_id_or_symbol_and_keeps_the_rest() throws Exception {
    assertThat(overlay("feed,1,UNO,1_eur,1_lot\nfeed,9,TWO,,\n").instruments().list()).containsExactly(
        new Instrument("feed", "3", "THREE", "1_usd", null),
        new Instrument("feed", "1", "UNO", "1_eur", "1_lot"),
        new Instrument("feed", "9", "TWO", null, null));
  }

  @Test
  void a_header_names_the_columns_in_any_order_and_spelling() throws Exception {
    assertThat(overlay("Symbol, id, SOURCE, size unit, price_unit\r\n\"A,B\", 7, feed, 1_lot, 1_usd\r\n\r\n").instruments().list())
        .contains(new Instrument("feed", "7", "A,B", "1_usd", "1_lot"));
  }

  @Test
  void every_bad_line_is_told_with_its_number() {
    assertThatThrownBy(() -> overlay("""
        source,id,symbol,price unit,size unit
        feed,1,ONE,usd,
        feet,1,ONE,1_usd,0_lot
        feed,1,UNO,,
        feed,4,ONE,,
        feed,5,FIVE
        feed,,SIX,,
        feed,"7,SEVEN,,
        """)).hasMessage("""
        Cannot load instruments from %s: 8 problems
          instruments.csv:2: price_unit: usd is no unit: an amount and a name, such as 1_usd or 1000_barrels
          instruments.csv:3: size_unit: 0_lot is no unit: an amount and a name, such as 1_usd or 1000_barrels
          instruments.csv:3: unknown source feet; did you mean feed? Known: feed
          instruments.csv:4: id 1 of source feed stands in line 2 already
          instruments.csv:5: symbol ONE of source feed stands in line 2 already
          instruments.csv:6: there are 3 fields instead of 5: source,id,symbol,price_unit,size_unit
          instruments.csv:7: source, id and symbol must not be empty
          instruments.csv:8: a quote is not closed""".formatted(file));
  }

  @Test
  void a_header_that_lacks_a_column_or_has_one_too_many_is_told() {
    assertThatThrownBy(() -> overlay("source,id,symbols,price_unit\nfeed,1,ONE,1_usd\n")).hasMessageContaining(
        "instruments.csv:1: column symbol is missing").hasMessageContaining(
        "instruments.csv:1: unknown column symbols; did you mean symbol? Known: source, id, symbol, price_unit, size_unit");
  }

  @Test
  void the_catalogs_own_table_uses_the_units_of_the_catalog_alone() {
    assertThat(new CatalogFolder(root).with("catalog/instruments.csv", "feed,1,ONE,1_lot,\n").problems()).containsExactly(
        "catalog/instruments.csv:1: price_unit: unknown unit lot. Known: usd, percent, us");
  }
}
