package io.twinlane.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinlane.catalog.Source;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordSplitterTest {
  private static final String RECORD = "{\"period\":\"2026-11-13\",\"series\":\"A\",\"value\":\"1\",\"units\":\"MBBL\"}";
  private final Source eia = SourceUnderTest.CATALOG.source("eia");
  private final Source cftc = SourceUnderTest.CATALOG.source("cftc");

  private static List<RawMessage> split(Source source, String file) {
    List<RawMessage> records = new ArrayList<>();
    RecordSplitter.split(source, "lake/file", file.getBytes(StandardCharsets.UTF_8), SourceUnderTest.RECEIVED, SourceUnderTest.INGESTED).forEach(records::add);
    return records;
  }

  private static List<String> bodies(List<RawMessage> records) {
    return records.stream().map(record -> new String(record.body(), StandardCharsets.UTF_8)).toList();
  }

  @Test
  void the_elements_of_the_records_path_are_cut_out_byte_for_byte() {
    List<RawMessage> records = split(eia,
        "{\"a\":{\"data\":[9]},\"response\":{\"n\u00e4me\":\"\u20ac\ud83d\ude00\","
        + "\"data\":[ {\"x\" : 1.0 ,\n\"\u00e9\":[{}]} , {\"y\":\"]}\"},\n3.50,\"te\\nxt\" ,"
        + "null]},\"z\":1}\n");
    assertThat(bodies(records)).containsExactly("{\"x\" : 1.0 ,\n\"\u00e9\":[{}]}", "{\"y\":\"]}\"}", "3.50", "\"te\\nxt\"", "null");
    assertThat(records).extracting(RawMessage::originOffset).containsExactly(0L, 1L, 2L, 3L, 4L);
    assertThat(records.get(1)).usingRecursiveComparison()
        .isEqualTo(new RawMessage("lake/file", 1, SourceUnderTest.RECEIVED, SourceUnderTest.INGESTED,
            "{\"y\":\"]}\"}".getBytes(StandardCharsets.UTF_8), "response.data"));
  }

  @Test
  void a_byte_order_mark_belongs_to_no_record() {
    assertThat(bodies(split(eia, "\ufeff{\"response\":{\"data\":[{\"x\":1}]}}"))).containsExactly("{\"x\":1}");
    List<RawMessage> lines = split(cftc, "\ufeffOpen_Interest_All,x\n1,2\n");
    assertThat(bodies(lines)).containsExactly("1,2");
    assertThat(lines.get(0).header()).isEqualTo("Open_Interest_All,x");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "not json", "{\"response\":{\"data\":[{\"x\":1},", "{\"response\":{\"data\":[{\"x\":1}]}} trailing",
      "{\"error\":\"key\"}",
      "{\"response\":{\"data\":\"none\"}}", "{\"response\":[{\"data\":[1]}]}", "{\"response\":{\"data\":[1]},\"response\":{\"data\":[2]}}"})
  void a_json_file_that_cannot_be_taken_apart_is_one_record_that_holds_all_of_it(String file) {
    List<RawMessage> records = split(eia, file);
    assertThat(bodies(records)).containsExactly(file);
    SourceUnderTest subject = new SourceUnderTest("eia");
    records.forEach(subject::send);
    assertThat(subject.output.unqualified).hasSize(1);
    assertThat(subject.output.rows).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"{\"error\":\"API_KEY_INVALID\",\"code\":400}|it has none", "{\"response\":{\"data\":null}}|response.data is null",
      "{\"response\":{\"data\":\"none\"}}|response.data is \"none\"", "{\"response\":{\"data\":{\"period\":\"2026-11-13\"}}}|response.data is an object",
      "{\"response\":null}|it has none", "{\"response\":[]}|it has none", "{}|it has none", "{\"period\":\"2026-11-13\",\"series\":\"A\"}|it has none"})
  void a_page_without_a_list_of_records_is_told_to_be_one_with_its_beginning(String page, String found) {
    SourceUnderTest subject = new SourceUnderTest("eia");
    split(eia, page).forEach(subject::send);
    assertThat(subject.output.rows).isEmpty();
    assertThat(subject.output.unqualified).singleElement().satisfies(row -> {
      assertThat(row.reason()).isEqualTo(Reasons.NO_RECORDS);
      assertThat(row.explanation()).isEqualTo("Cannot read the message: it is no page with a list of records at response.data: " + found
          + ". It begins with \"" + page + "\"");
      assertThat(row.raw()).isEqualTo(page.getBytes(StandardCharsets.UTF_8));
    });
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"<html><body>503</body></html>|NOT_JSON", "{\"response\":{\"data\":[1]},\"response\":{\"data\":[2]}}|DUPLICATE_KEY",
      "[1]|WRONG_TYPE", "{\"response\":{\"total\":\"2\",\"data\":[{|TRUNCATED"})
  void any_other_page_is_told_by_what_is_wrong_with_it(String page, String reason) {
    SourceUnderTest subject = new SourceUnderTest("eia");
    split(eia, page).forEach(subject::send);
    assertThat(subject.output.unqualified).extracting(UnqualifiedRow::reason).containsExactly(reason);
  }

  @Test
  void a_page_that_is_no_json_shows_its_beginning() {
    SourceUnderTest subject = new SourceUnderTest("eia");
    split(eia, "\n<html>\n<body>503</body></html>").forEach(subject::send);
    assertThat(subject.lastUnqualified().explanation()).startsWith("Cannot read the message: it is not JSON at byte ")
        .endsWith(". It begins with \"<html>\\x0a<body>503</body></html>\"");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"\"3\"|2 of the 3 records", "5000|2 of the 5000 records", "999999999999999999|2 of the 999999999999999999 records",
      "\"abc\"|its response.total is \"abc\"", "-1|its response.total is \"-1\"", "2.5|its response.total is \"2.5\"", "{\"a\":1}|its response.total is \"no number\"",
      "true|its response.total is \"true\"", "\"\"|its response.total is \"\""})
  void a_page_that_tells_of_more_records_than_it_holds_is_told_beside_its_records(String total, String told) {
    List<RawMessage> records = split(eia, "\ufeff{\"response\":{\"total\":" + total + ",\"data\":[" + RECORD + "," + RECORD + "],\"x\":[3]}}");
    assertThat(bodies(records)).containsExactly(RECORD, RECORD, "{\"response\":{\"total\":" + total + ",\"data\":[],\"x\":[3]}}");
    SourceUnderTest subject = new SourceUnderTest("eia");
    records.forEach(subject::send);
    assertThat(subject.output.rows).hasSize(2);
    assertThat(subject.output.unqualified).singleElement().satisfies(row -> {
      assertThat(row.reason()).isEqualTo(Reasons.INCOMPLETE);
      assertThat(row.explanation()).startsWith("Cannot read the message: it is a page with 2 ").contains(told);
      assertThat(row.originOffset()).isEqualTo(2);
    });
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"2\"", "2", "1", "0", "null"})
  void a_page_that_holds_all_it_tells_of_or_tells_of_nothing_is_its_records_alone(String total) {
    assertThat(bodies(split(eia, "{\"response\":{\"data\":[" + RECORD + "," + RECORD + "],\"total\":" + total + "}}"))).containsExactly(RECORD, RECORD);
    assertThat(bodies(split(eia, "{\"response\":{\"data\":[" + RECORD + "]}}"))).containsExactly(RECORD);
  }

  @Test
  void an_empty_page_that_tells_of_records_is_told() {
    assertThat(bodies(split(eia, "{\"response\":{\"total\":\"36\",\"data\":[]}}"))).containsExactly("{\"response\":{\"total\":\"36\",\"data\":[]}}");
  }

  @Test
  void a_file_with_an_empty_list_has_no_records() {
    assertThat(split(eia, "{\"response\":{\"data\":[]}}")).isEmpty();
  }

  @Test
  void csv_lines_come_without_their_ends_and_with_the_header() {
    List<RawMessage> records = split(cftc, "Open_Interest_All,x\r\n1,2\r\n\r\n  \n3,4");
    assertThat(bodies(records)).containsExactly("1,2", "3,4");
    assertThat(records).extracting(RawMessage::originOffset).containsExactly(0L, 1L);
    assertThat(records).extracting(RawMessage::header).containsOnly("Open_Interest_All,x");
  }

  @Test
  void a_line_end_within_quotes_belongs_to_the_value() {
    assertThat(bodies(split(cftc, "Open_Interest_All,x\n\"a\nb\",2\n3, \"say \"\"hi\n\"\"\"\n5\"6,7\n8,\"9\"\"\"\n10,11\n")))
        .containsExactly("\"a\nb\",2", "3, \"say \"\"hi\n\"\"\"", "5\"6,7", "8,\"9\"\"\"", "10,11");
  }

  @Test
  void a_quote_that_is_never_closed_spoils_its_own_line_alone() {
    assertThat(bodies(split(cftc, "Open_Interest_All,x\n1,2\n\"3,4\n5,6\n"))).containsExactly("1,2", "\"3,4", "5,6");
    SourceUnderTest subject = new SourceUnderTest("cftc");
    subject.send(new RawMessage("f", 0, 1, 1, "\"3,4".getBytes(StandardCharsets.UTF_8), new String(sampleHeader(),
        StandardCharsets.UTF_8)));
    assertThat(subject.lastUnqualified().reason()).isEqualTo(Reasons.TRUNCATED);
  }

  private static byte[] sampleHeader() {
    return SampleMessages.of(SourceUnderTest.CATALOG.source("cftc")).get(0).header().getBytes(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "1,2\n3,4\n", "\u00e4,\u00f6"})
  void a_csv_file_without_a_header_of_its_columns_is_one_record(String file) {
    assertThat(bodies(split(cftc, file))).containsExactly(file);
    assertThat(split(cftc, file).get(0).header()).isNull();
  }

  @Test
  void the_sample_files_give_a_record_for_every_series_and_market() {
    assertThat(SampleMessages.of(eia)).hasSize(36);
    assertThat(SampleMessages.of(cftc)).hasSize(12);
  }
}
