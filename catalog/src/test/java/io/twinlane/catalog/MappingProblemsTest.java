package io.twinlane.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The message rule that breaks begins on line 16 of its file. */
class MappingProblemsTest {
  private static final String FILE = "catalog/sources/feed/mapping.yaml:";
  @TempDir Path root;

  private static final String BOOK = """
      category: quote
      description: A book
      identifier: symbol
      timestamp: event_time
      keys: [symbol, price]
      retention: 7d
      fields:
        - {name: symbol, dtype: string, unit: none, required: true, description: What}
        - {name: event_time, dtype: timestamp, unit: 1_us, required: true, description: When}
        - {name: action, dtype: string, unit: none, required: true, description: What happened}
        - {name: price, dtype: "decimal(24,12)", unit: varies, required-unless: {action: clear}, description: How much}
        - {name: last, dtype: boolean, unit: none, required: true, description: Whether it is the last}
      """;

  private List<String> problemsOf(String messages) {
    return new CatalogFolder(root).problemsOfFeed(messages);
  }

  private List<String> problems(String from, String to) {
    return new CatalogFolder(root).problemsOfTick(from, to);
  }

  @Test
  void fields_columns_states_and_categories_must_be_known() {
    assertThat(problems("price: {column: price,", "prize: {column: prize,")).containsExactly(
        FILE + "22: unknown column prize; did you mean price? Known: kind, product, time, price, levels",
        FILE + "22: unknown field prize; did you mean price? Known: symbol, event_time, price, change");
    assertThat(problems("state: LIVE", "state: LIFE")).containsExactly(
        FILE + "18: unknown state LIFE; did you mean LIVE? Known: MISSING, LIVE, CARRIED, DERIVED, UNRESOLVED");
    assertThat(problems("category: quote", "category: quota")).containsExactly(
        FILE + "17: unknown category quota; did you mean quote? Known: quote");
  }

  @Test
  void every_required_field_needs_a_rule() {
    assertThat(problems("      event_time: {column: time, as: iso-time, else: received}\n", "")).containsExactly(
        FILE + "16: required field event_time of quote gets no value in message tick");
  }

  @Test
  void a_unit_is_given_where_it_varies_and_nowhere_else() {
    assertThat(problems(", unit: price}", "}")).containsExactly(
        FILE + "22: field price needs unit: price, size, a unit such as 1_usd, or {column, translate}");
    assertThat(problems("price: {column: price,", "change: {column: price,")).containsExactly(
        FILE + "22: field change takes no unit here: its category says that it always has 1_percent");
    assertThat(problems("unit: price", "unit: 1_usb")).containsExactly(
        FILE + "22: unknown unit usb; did you mean usd? Known: usd, percent, us");
    assertThat(problems(", table: instruments", "")).containsExactly(
        FILE + "22: unit: price needs an identifier with table: instruments or split");
    assertThat(problems("unit: price", "unit: {column: unti, translate: {USD: usd}}")).containsExactly(
        FILE + "22: unknown column unti. Known: kind, product, time, price, levels",
        FILE + "22: usd is no unit: an amount and a name, such as 1_usd or 1000_barrels");
  }

  @Test
  void a_field_comes_from_exactly_one_place_and_is_read_as_its_dtype_can_be() {
    assertThat(problems("{column: price,", "{column: price, value: 1,")).containsExactly(
        FILE + "22: field price must have exactly one of value, column, item, identifier, received, last-of-message, not 2");
    assertThat(problems("{column: price,", "{value: cheap,")).containsExactly(
        FILE + "22: field price is a decimal(24,12): value cheap is no number");
    assertThat(problems("{column: price,", "{item: 1,")).containsExactly(
        FILE + "22: field price has item: only inside each is a message taken apart");
    assertThat(problems("as: iso-time, ", "")).containsExactly(
        FILE + "21: field event_time is a timestamp: say how to read it with as: iso-time, epoch-millis or date");
    assertThat(problems("unit: price", "unit: price, as: date, suffixes: {K: kilo}")).containsExactly(
        FILE + "22: field price is a decimal(24,12): as, else: received and received are for timestamps",
        FILE + "22: suffix K has factor kilo: it must be a number, such as 1000, and not 0");
    assertThat(problems("{column: price,", "{column: levels,")).containsExactly(
        FILE + "22: column levels is an array: take it apart with each");
  }

  @Test
  void a_message_is_taken_apart_by_an_array_column_and_each_part_is_a_whole_row() {
    assertThat(problemsOf("""
          - name: book
            category: quote
            state: LIVE
            merge: true
            fields:
              symbol: {identifier: true}
            each:
              - array: price
                fields:
                  symbol: {item: 1}
                  price: {item: 2, unit: price}
        """)).containsExactly(
        FILE + "19: merge: true does not go with each or unpivot: a merged message is one row",
        FILE + "23: column price is no array: declare it with array: true, or use it without each",
        FILE + "23: field symbol is given twice in message book",
        FILE + "23: required field event_time of quote gets no value in message book");
  }

  @Test
  void an_empty_list_stands_for_a_row_only_if_it_is_a_whole_one() {
    assertThat(new CatalogFolder(root).with("catalog/categories/quote.yaml", BOOK).with("catalog/sources/feed/mapping.yaml",
        CatalogFolder.FEED + """
          - name: book
            category: quote
            state: LIVE
            fields:
              symbol: {identifier: true}
              event_time: {received: true}
            each:
              - array: levels
                fields:
                  action: {value: update}
                  last: {last-of-message: true}
                when-empty:
                  action: {value: wipe}
                  last: {value: true}
              - array: levels
                fields:
                  action: {value: update}
                  price: {item: 1, unit: price}
                  last: {value: true}
                when-empty: {action: {value: clear}, last: {value: true}}
        """).problems()).containsExactly(
        FILE + "23: field last: last-of-message stands among the message's own fields, not in each",
        FILE + "23: required field price of quote gets no value in message book",
        FILE + "28: required field price of quote gets no value in message book");
  }

  @Test
  void the_last_row_of_a_message_is_marked_where_a_message_gives_many_rows() {
    assertThat(new CatalogFolder(root).with("catalog/categories/quote.yaml", BOOK).with("catalog/sources/feed/mapping.yaml",
        CatalogFolder.FEED + """
          - name: book
            category: quote
            state: LIVE
            fields:
              symbol: {last-of-message: true}
              event_time: {received: true}
              action: {value: clear}
              last: {last-of-message: true}
        """).problems()).containsExactly(
        FILE + "20: field symbol is a string: last-of-message is for booleans",
        FILE + "20: last-of-message goes with each or unpivot: elsewhere a message is one row, say value: true");
  }

  @Test
  void the_identifier_as_a_field_needs_the_source_to_have_one() {
    assertThat(problems("identifier: {column: product, table: instruments}\n", "")).containsExactly(
        FILE + "19: field symbol is the identifier, and the source has none: declare identifier",
        FILE + "21: unit: price needs an identifier with table: instruments or split");
  }

  @Test
  void a_sticky_state_needs_merging_and_single_letters() {
    assertThat(problems("state: LIVE", "state: {column: kind, sticky: true, first-letter: {L: LIVE, DD: LIVE}, otherwise: GONE}"))
        .containsExactly(
            FILE + "18: a sticky state needs merge: true, only then is anything kept per key",
            FILE + "18: first-letter has DD: only single letters can match",
            FILE + "18: unknown state GONE. Known: MISSING, LIVE, CARRIED, DERIVED, UNRESOLVED");
  }

  @Test
  void two_merged_messages_of_one_category_share_the_state_that_nothing_said() {
    String sticky = """
          - name: NAME
            when: {column: kind, is: [NAME]}
            category: quote
            state: {column: kind, sticky: true, first-letter: {L: LIVE}, otherwise: OTHER}
            merge: true
            fields:
              symbol: {identifier: true}
              event_time: {received: true}
        """;

    String bid = sticky.replace("NAME", "bid").replace("OTHER", "LIVE");
    assertThat(problemsOf(bid + sticky.replace("NAME", "ask").replace("OTHER", "DERIVED")))
        .containsExactly(FILE + "27: message ask is merged with bid into quote, "
            + "and otherwise differs: it must be the same in both");
  }

  @Test
  void a_constant_must_be_a_value_of_its_field() {
    String told = FILE + "22: field price is a decimal(24,12): value ";
    assertThat(problems("{column: price,", "{value: 0.0000000000001,"))
        .containsExactly(told + "0.0000000000001 has more digits than it keeps");
    assertThat(problems("{column: price,", "{value: 1e12,")).containsExactly(told + "1e12 has more digits than it keeps");
    assertThat(problems("{column: price,", "{value: 1e999,")).containsExactly(told + "1e999 has more digits than it keeps");
    assertThat(problems("symbol: {identifier: true}", "symbol: {value: ONE, translate: {TWO: two}}")).containsExactly(
        FILE + "20: field symbol is a string: value ONE is not among those to translate");
    assertThat(new CatalogFolder(root).with("catalog/categories/quote.yaml", BOOK).with("catalog/sources/feed/mapping.yaml",
        CatalogFolder.FEED + """
          - name: book
            category: quote
            state: LIVE
            fields:
              symbol: {identifier: true}
              event_time: {received: true}
              action: {value: clear}
              last: {value: maybe}
        """).problems()).containsExactly(FILE + "23: field last is a boolean: value maybe is neither true nor false");
  }

  @Test
  void the_records_of_a_live_source_are_refused() {
    assertThat(problems("format: json\n", "format: json\nrecords: response.data\n"))
        .containsExactly(FILE + "8: records is for lane: files; a live message is one record");
  }

  @Test
  void a_merged_message_without_an_identifier_is_told() {
    String text = CatalogFolder.FEED.replace("identifier: {column: product, table: instruments}\n", "") + """
          - name: tick
            category: quote
            state: LIVE
            merge: true
            fields:
              symbol: {column: product}
              event_time: {received: true}
        """;

    assertThat(new CatalogFolder(root).with("catalog/sources/feed/mapping.yaml", text).problems()).containsExactly(
        FILE + "18: merge: true needs the source to have an identifier: messages are merged by it");
  }
}
