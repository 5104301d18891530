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
    return new CatalogFolder(root).with("catalog/sources/feed/mapping.yaml", CatalogFolder.FEED + messages).problems();
  }

  private List<String> problems(String from, String to) {
    String text = CatalogFolder.FEED + CatalogFolder.TICK;
    assertThat(text).as("the text to replace").contains(from);
    return new CatalogFolder(root).with("catalog/sources/feed/mapping.yaml", text.replace(from, to)).problems();
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

  @Test
  void conditions_have_exactly_one_test_and_rules_can_be_reached() {
    assertThat(problemsOf(CatalogFolder.TICK + """
          - name: tick
            when: {column: kind, is: [tick], present: true}
            category: quote
            state: LIVE
            reject:
              - {when: {column: kin, starts-with: e}, reason: source error}
            fields:
              symbol: {identifier: true}
              event_time: {received: true}
        """)).containsExactly(
        FILE + "23: message tick is never reached: tick before it takes everything",
        FILE + "23: message tick stands here twice",
        FILE + "24: a condition must have exactly one of text, is, starts-with and present, not 2",
        FILE + "28: unknown column kin; did you mean kind? Known: kind, product, time, price, levels",
        FILE + "28: unknown reason source error; did you mean SOURCE_ERROR? Known: SOURCE_ERROR (catalog/reasons.yaml)");
  }

  @Test
  void reasons_are_of_the_closed_list_and_drops_are_told_from_what_is_unqualified() {
    assertThat(problemsOf("""
          - name: tick
            category: quote
            state: LIVE
            reject:
              - {when: {column: kind, present: true}, reason: HEARTBEAT}
            fields:
              symbol: {identifier: true}
              event_time: {received: true}
        drops:
          - {when: {column: kind, is: [hb]}, reason: HARTBEAT}
          - {when: {column: kind, is: [no]}, reason: SOURCE_ERROR}
        """)).containsExactly(
        FILE + "20: reason HEARTBEAT is for drops, not for what is kept as unqualified (catalog/reasons.yaml)",
        FILE + "25: unknown reason HARTBEAT; did you mean HEARTBEAT? Known: HEARTBEAT (catalog/reasons.yaml)",
        FILE + "26: reason SOURCE_ERROR is for what is kept as unqualified, not for drops (catalog/reasons.yaml)");
  }

  @Test
  void a_reason_has_a_name_a_kind_and_a_meaning_once() {
    assertThat(new CatalogFolder(root).with("catalog/reasons.yaml", """
        - {name: HEARTBEAT, kind: drops, meaning: Nothing new}
        - {name: heart, kind: drop, meaning: Nothing}
        - {name: HEARTBEAT, kind: drop, meaning: Again}
        - {name: SOURCE_ERROR, kind: unqualified}
        """).problems()).containsExactly(
        "catalog/reasons.yaml:1: unknown kind drops; did you mean drop? Known: drop, unqualified",
        "catalog/reasons.yaml:2: reason heart must be upper snake case, such as HEARTBEAT",
        "catalog/reasons.yaml:3: reason HEARTBEAT stands here twice",
        "catalog/reasons.yaml:4: key meaning is missing");
  }

  @Test
  void columns_do_not_take_the_names_of_bronze_or_of_each_other() {
    assertThat(problems("name: kind,", "name: origin,")).containsExactly(
        FILE + "10: column name origin is taken: every bronze table has such a column anyway");
    assertThat(problems("name: kind,", "name: Price,")).containsExactly(
        FILE + "13: column price differs from Price in case alone: not every store tells them apart");
  }

  @Test
  void the_header_of_a_file_source_must_be_there_and_its_patterns_must_match() {
    String wide = CatalogFolder.FEED.replaceAll("(?s)identifier:.*", "").replace("format: json", "format: csv") + """
        columns: from-header
        messages:
          - name: all
            category: quote
            state: LIVE
            fields:
              event_time: {received: true}
            unpivot: {columns: ["Open_*", "Short*"], name-field: symbol, value-field: price, unit: 1_usd}
        """;
    CatalogFolder folder = new CatalogFolder(root).with("catalog/sources/feed/mapping.yaml", wide);

    assertThat(folder.problems()).containsExactly("catalog/sources/feed/columns.csv: the file is missing");
    assertThat(folder.with("catalog/sources/feed/columns.csv", "\"Open_All\",Date,raw\n1,2,3\n").problems()).containsExactly(
        "catalog/sources/feed/columns.csv:1: column name raw is taken: every bronze table has such a column anyway",
        "catalog/sources/feed/columns.csv:2: only the header line as published belongs here",
        FILE + "15: no column matches Short*");
  }

  @Test
  void a_source_can_only_be_the_same_as_one_with_a_mapping_of_its_own() {
    CatalogFolder folder = new CatalogFolder(root)
        .with("catalog/sources/copy/mapping.yaml", "source: copy\nsame-as: feet\nversion: 1\ndescription: A copy\n")
        .with("catalog/sources/copy_of_copy/mapping.yaml", "source: copy_of_copy\nsame-as: copy\nversion: 1\ndescription: A copy\n");

    assertThat(folder.problems()).containsExactly(
        "catalog/sources/copy/mapping.yaml:2: unknown source with a mapping of its own feet; did you mean feed? Known: feed",
        "catalog/sources/copy_of_copy/mapping.yaml:2: unknown source with a mapping of its own copy. Known: feed");
  }

  @Test
  void what_a_number_may_begin_or_end_with_is_no_prefix_or_suffix() {
    assertThat(problems("unit: price", "unit: price, prefixes: {\"-\": LIVE, C: LIVE, \"\": LIVE}, suffixes: {K: 0, e3: 1, \"-\": -1}")).containsExactly(
        FILE + "22: a prefix has no character",
        FILE + "22: prefix - may be part of a number itself",
        FILE + "22: suffix K has factor 0: it must be a number, such as 1000, and not 0",
        FILE + "22: suffix e3 may be part of a number itself");
  }

  @Test
  void the_signs_of_numbers_are_declared_apart_from_each_other() {
    assertThat(problems("state: LIVE", "state: LIVE\n    numbers: {decimal: \",\", thousands: \",\"}"))
        .containsExactly(FILE + "19: numbers has , for decimals and for thousands: they must differ");
    assertThat(problems("state: LIVE", "state: LIVE\n    numbers: {decimal: \";\", thousand: \",\"}")).hasSize(2)
        .anySatisfy(told -> assertThat(told).startsWith(FILE + "19: unknown decimal sign ;"))
        .anySatisfy(told -> assertThat(told).startsWith(FILE + "19: unknown key thousand; did you mean thousands?"));
  }

  @Test
  void a_name_a_description_and_a_constant_hold_nothing_that_cannot_be_seen() {
    assertThat(problems("description: Kind}", "description: \"Ki\\x1bnd\"}")).containsExactly(
        FILE + "10: description cannot be used: it holds the control character \\x1b. Allowed: characters that can be seen");
    assertThat(problems("name: kind", "name: \"ki\\u202end\"")).contains(
        FILE + "10: name cannot be used: it holds the control character \\u202e. Allowed: characters that can be seen");
    assertThat(problems("symbol: {identifier: true}", "symbol: {value: \"A\\0B\"}")).contains(
        FILE + "20: field symbol is a string: value cannot be used: it holds the control character \\x00");
  }
}
