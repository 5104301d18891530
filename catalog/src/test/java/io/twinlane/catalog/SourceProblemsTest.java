package io.twinlane.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What of a source's file, its messages' fields aside, cannot work. */
class SourceProblemsTest {
  private static final String FILE = "catalog/sources/feed/mapping.yaml:";
  @TempDir Path root;

  private List<String> problemsOf(String messages) {
    return new CatalogFolder(root).problemsOfFeed(messages);
  }

  private List<String> problems(String from, String to) {
    return new CatalogFolder(root).problemsOfTick(from, to);
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
