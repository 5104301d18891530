package io.twinlane.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
          instruments.csv:8: a quoted value does not end""".formatted(file));
  }

  @ParameterizedTest
  @ValueSource(strings = {"source", "id", "symbol", "price_unit", "size_unit"})
  void a_header_that_lacks_a_column_is_told_once_and_no_line_is_read_by_it(String column) {
    String header = String.join(",", Stream.of("source", "id", "symbol", "price_unit", "size_unit").filter(c -> !c.equals(column)).toList());
    assertThat(problems(header + "\n" + "feed,1,ONE,1_usd\n".repeat(3))).containsExactly(
        "instruments.csv:1: column " + column + " is missing. Allowed: source,id,symbol,price_unit,size_unit");
  }

  @Test
  void a_header_with_a_column_that_is_unknown_or_there_twice_is_told() {
    assertThat(problems("source,id,symbols,price_unit,size_unit\nfeed,1,ONE,1_usd,\n")).containsExactly(
        "instruments.csv:1: column symbol is missing. Allowed: source,id,symbol,price_unit,size_unit",
        "instruments.csv:1: unknown column symbols; did you mean symbol? Known: source, id, symbol, price_unit, size_unit");
    assertThat(problems("source,id,id,symbol,price_unit,size_unit\nfeed,1,1,ONE,1_usd,\n")).containsExactly(
        "instruments.csv:1: a column stands twice in the header. Allowed: source,id,symbol,price_unit,size_unit");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "\ufeff", "\r\n  \r\n"})
  void an_empty_file_is_told_with_what_belongs_there(String text) {
    assertThat(problems(text)).containsExactly(
        "instruments.csv: the file is empty. Allowed: a line source,id,symbol,price_unit,size_unit, and one for each instrument");
  }

  @Test
  void a_byte_order_mark_windows_line_ends_and_quotes_change_nothing() throws Exception {
    assertThat(overlay("\ufeffsource,id,symbol,price_unit,size_unit\r\nfeed,\"7\", \"A \"\"B\"\", C\" ,1_usd,\"\"\r\n").instruments().list())
        .contains(new Instrument("feed", "7", "A \"B\", C", "1_usd", null));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"feed,1,A\"B\",,|a quote stands within a field. Allowed: the whole field in quotes, and quotes in it doubled",
      "feed,1,\"A\"B,,|a quoted value goes on after its closing quote. Allowed: a comma or the line's end", "feed,1,\"A,,|a quoted value does not end"})
  void a_quote_where_none_belongs_is_told_and_not_guessed_at(String line, String problem) {
    assertThat(problems(line)).containsExactly("instruments.csv:1: " + problem);
  }

  @ParameterizedTest
  @CsvSource({"0,\\x00", "0x1b,\\x1b", "9,\\x09", "0x7f,\\u007f", "0x9b,\\u009b", "0x202e,\\u202e", "0x2028,\\u2028", "0xe0041,\\udb40\\udc41"})
  void a_control_character_is_told_as_an_escape(String character, String shown) {
    assertThat(problems("feed,1,A" + Character.toString(Integer.decode(character)) + "B,,\n")).containsExactly("instruments.csv:1: "
        + "it holds the control character " + shown + ". Allowed: characters that can be seen, and commas between the fields");
  }

  @Test
  void symbols_and_ids_have_a_longest() throws Exception {
    assertThat(overlay("feed," + "1".repeat(256) + "," + "S".repeat(200) + ",,\n").instruments().list()).hasSize(4);
    assertThat(problems("feed," + "1".repeat(257) + "," + "S".repeat(10_000) + ",,\n")).containsExactly(
        "instruments.csv:1: id has 257 characters: at most 256 are allowed",
        "instruments.csv:1: symbol has 10,000 characters: at most 200 are allowed");
  }

  @Test
  void a_line_that_stands_twice_is_told_once() {
    assertThat(problems("feed,1,ONE,,\nfeed,1,ONE,,\n")).containsExactly(
        "instruments.csv:2: id 1 and symbol ONE of source feed stand in line 1 already");
  }

  @Test
  void of_very_many_problems_the_sentence_shows_twenty_and_the_number_and_the_list_has_all() {
    String text = IntStream.range(0, 1500).mapToObj(i -> "feed," + i + ",S" + i + ",usd,\n").collect(Collectors.joining());
    assertThatThrownBy(() -> overlay(text)).isInstanceOfSatisfying(CatalogProblems.class, e -> {
      assertThat(e.problems()).hasSize(1500);
      assertThat(e.getMessage()).hasLineCount(22).startsWith("Cannot load instruments from " + file + ": 1,500 problems\n")
          .endsWith("\n  ... and 1,480 more");
    });
  }

  @Test
  void what_is_no_file_is_told_by_what_it_is() throws Exception {
    Files.createDirectories(file.getParent());
    Files.createSymbolicLink(file, file.getFileName());
    assertThat(told()).isEqualTo("instruments.csv: it is a link to instruments.csv, which leads back to itself or cannot be reached");
    Files.delete(file);
    Files.createSymbolicLink(file, Path.of("gone.csv"));
    assertThat(told()).isEqualTo("instruments.csv: it is a link to gone.csv, which is missing");
    Files.delete(file);
    Files.createDirectory(file);
    assertThat(told()).isEqualTo("instruments.csv: it is a folder, not a file");
    Files.delete(file);
    assertThat(new ProcessBuilder("mkfifo", file.toString()).start().waitFor()).isZero();
    assertThat(told()).isEqualTo("instruments.csv: it is no regular file but a pipe, a socket or a device");
    Files.delete(file);
    assertThat(told()).isEqualTo("instruments.csv: the file is missing");
    Files.writeString(file, "feed,1,ONE,,\n");
    Files.setPosixFilePermissions(file, Set.of());
    assumeThat(Files.isReadable(file)).as("who may read everything cannot be kept out").isFalse();
    assertThat(told()).isEqualTo("instruments.csv: its permissions do not let it be read");
  }

  private List<String> problems(String text) {
    List<String> told = new ArrayList<>();
    assertThatThrownBy(() -> overlay(text)).isInstanceOfSatisfying(CatalogProblems.class,
        e -> e.problems().forEach(problem -> told.add(problem.toString())));
    return told;
  }

  private String told() {
    List<String> told = new ArrayList<>();
    assertThatThrownBy(() -> InstrumentsFile.overlay(file, catalog)).isInstanceOfSatisfying(CatalogProblems.class,
        e -> e.problems().forEach(problem -> told.add(problem.toString())));
    return String.join("\n", told);
  }

  @Test
  void the_catalogs_own_table_uses_the_units_of_the_catalog_alone() {
    assertThat(new CatalogFolder(root).with("catalog/instruments.csv", "feed,1,ONE,1_lot,\n").problems()).containsExactly(
        "catalog/instruments.csv:1: price_unit: unknown unit lot. Known: usd, percent, us");
  }
}
