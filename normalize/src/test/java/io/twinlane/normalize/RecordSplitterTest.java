package io.twinlane.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinlane.catalog.Source;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordSplitterTest {
  private final Source eia = SourceUnderTest.CATALOG.source("eia");
  private final Source cftc = SourceUnderTest.CATALOG.source("cftc");

  private static List<RawMessage> split(Source source, String file) {
    List<RawMessage> records = new ArrayList<>();
    RecordSplitter.split(source, "lake/file", file.getBytes(StandardCharsets.UTF_8), 1, 2).forEach(records::add);
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
        .isEqualTo(new RawMessage("lake/file", 1, 1, 2, "{\"y\":\"]}\"}".getBytes(StandardCharsets.UTF_8), null));
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
