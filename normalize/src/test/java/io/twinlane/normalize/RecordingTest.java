package io.twinlane.normalize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinlane.normalize.Recording.Recorded;
import io.twinlane.normalize.record.LineReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordingTest {
  @TempDir
  Path folder;

  private List<Recorded> read(byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve("recording.jsonl"), bytes);
    List<Recorded> read = new ArrayList<>();
    try (Recording recording = Recording.open(file)) {
      for (Recorded line = recording.next(); line != null; line = recording.next()) {
        read.add(line);
      }
    }
    return read;
  }

  private Recorded only(String line) throws IOException {
    return read(line.getBytes(StandardCharsets.UTF_8)).get(0);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"\"2026-04-30T12:28:30.061123Z\"|1777552110061123",
      "\"2026-04-30T14:28:30.061+02:00\"|1777552110061000",
      "1777552110061|1777552110061000", "\"1777552110061\"|1777552110061000", "1777552110061.25|1777552110061250",
      "1.777552110061E12|1777552110061000",
      "\"2026-04-30T12:28:30.061123456Z\"|1777552110061123", "\"2026-04-30T12:28:30.061123\"|1777552110061123",
      "\"2026-04-30 12:28:30Z\"|1777552110000000"})
  void a_wrapped_message_comes_out_with_its_receive_time(String received, long micros) throws IOException {
    assertThat(only("{\"received\": " + received + ", \"message\": \"{\\\"a\\\":\\\"\\u20ac\\\"}\"}")).usingRecursiveComparison()
        .isEqualTo(new Recorded(1, micros, "{\"a\":\"\u20ac\"}".getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void the_keys_may_stand_in_any_order_and_the_time_may_be_null() throws IOException {
    assertThat(only("{\"message\":\"ech+hb\",\"received\":null}")).usingRecursiveComparison().isEqualTo(new Recorded(1, null,
        "ech+hb".getBytes(StandardCharsets.UTF_8)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"message\":\"waiting for session\"}", "{\"received\":1777552110061,\"message\":{\"a\":1}}",
      "{\"received\":1777552110061,\"message\":\"x\",\"more\":1}", "{\"received\":\"yesterday\",\"message\":\"x\"}",
          "{\"received\":-1,\"message\":\"x\"}",
      "{\"received\":true,\"message\":\"x\"}", "{\"received\":1,\"message\":\"x\",\"message\":\"y\"}",
      "{\"received\":[1],\"message\":\"x\"}",
      "{\"received\":1,\"message\":\"x\"} {}", "{\"received\":1,\"message\":\"\\ud800\"}", "{\"received\":1,\"message\":\"x\"", "[1,2]",
      "ech+hb",
      "{\"received\":1e999999999,\"message\":\"x\"}", "{\"received\":\"\",\"message\":\"x\"}",
      "{\"received\":\"9999-01-01T00:00:00Z\",\"message\":\"x\"}", "{\"received\":253370764800000,\"message\":\"x\"}",
      "{\"received\":\"253370764800000\",\"message\":\"x\"}", "{\"received\":\"1969-12-31T23:59:59Z\",\"message\":\"x\"}",
      "{\"received\":\"+999999999-01-01T00:00:00Z\",\"message\":\"x\"}", "{\"received\":\"-1\",\"message\":\"x\"}"})
  void everything_else_is_a_message_as_it_stands(String line) throws IOException {
    assertThat(only(line)).usingRecursiveComparison().isEqualTo(new Recorded(1, null, line.getBytes(StandardCharsets.UTF_8)));
  }

  @ParameterizedTest
  @CsvSource({"1970-01-01T00:00:00Z,0,true", "2026-01-02T11:59:59.999Z,1767355199999,true", "2026-01-02T12:00:00.000Z,1767355200000,true",
      "2026-01-02T12:00:00.001Z,1767355200001,false", "1969-12-31T23:59:59.999Z,-1,false"})
  void text_and_numbers_have_one_range_from_1970_to_a_day_from_now(String text, long millis, boolean taken) throws IOException {
    Path file = Files.writeString(folder.resolve("recording.jsonl"),
        "{\"received\":\"" + text + "\",\"message\":\"x\"}\n{\"received\":" + millis + ",\"message\":\"x\"}\n");
    try (Recording recording = Recording.open(file, Instant.parse("2026-01-01T12:00:00Z"))) {
      Recorded asText = recording.next();
      Recorded asNumber = recording.next();
      assertThat(asText.received()).isEqualTo(taken ? (Long) (millis * 1000) : null).isEqualTo(asNumber.received());
      assertThat(asText.message().length == 1).isEqualTo(taken);
    }
  }

  @Test
  void lines_are_numbered_and_blank_ones_left_out() throws IOException {
    List<Recorded> read = read("\ufeff\n{\"a\":1}\r\n  \n\r\nech+hb\n\nlast".getBytes(StandardCharsets.UTF_8));
    assertThat(read).extracting(Recorded::line).containsExactly(2L, 5L, 7L);
    assertThat(read).extracting(line -> new String(line.message(), StandardCharsets.UTF_8)).containsExactly("{\"a\":1}", "ech+hb", "last");
  }

  @Test
  void bytes_that_are_no_utf8_pass_as_they_are() throws IOException {
    byte[] line = {'{', '"', 'a', '"', ':', '"', (byte) 0x99, '"', '}'};
    assertThat(read(line).get(0).message()).isEqualTo(line);
  }

  @Test
  void a_line_longer_than_the_buffer_stays_whole() throws IOException {
    String large = "{\"a\":\"" + "x".repeat(5_000_000) + "\"}";
    List<Recorded> read = read((large + "\n{}\n").getBytes(StandardCharsets.UTF_8));
    assertThat(read).hasSize(2);
    assertThat(read.get(0).message()).hasSize(large.length());
  }

  @Test
  void a_file_without_line_ends_is_refused_before_it_fills_the_memory() {
    InputStream endless = new InputStream() {
      @Override
      public int read() {
        return 'x';
      }
    };
    assertThatThrownBy(() -> new LineReader(endless, "endless.jsonl").next()).isInstanceOf(IOException.class)
        .hasMessage("Cannot read line 1 of endless.jsonl: it is longer than 33554432 bytes. Allowed: one message a line");
  }

  @Test
  void behind_a_line_that_is_too_long_reading_goes_on() throws IOException {
    byte[] bytes = ("first\n" + "x".repeat(LineReader.MAX_LINE + 1) + "\nthird\n").getBytes(StandardCharsets.UTF_8);
    try (LineReader lines = new LineReader(new ByteArrayInputStream(bytes), "recording.jsonl")) {
      assertThat(lines.next()).asString().isEqualTo("first");
      assertThatThrownBy(lines::next).hasMessageStartingWith("Cannot read line 2 of recording.jsonl: ");
      assertThat(lines.next()).asString().isEqualTo("third");
      assertThat(lines.number()).isEqualTo(3);
      assertThat(lines.next()).isNull();
    }
  }

  @Test
  void an_empty_file_has_no_messages() throws IOException {
    assertThat(read(new byte[0])).isEmpty();
  }
}
