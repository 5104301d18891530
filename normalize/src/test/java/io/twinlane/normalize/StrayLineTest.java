package io.twinlane.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A recorded line whose message could not be taken out of it reaches normalize as it stands; a person is told what is wrong with it. */
class StrayLineTest {
  private static final String ALLOWED = ". Allowed: ISO 8601 text or epoch milliseconds, from 1970 to a day after the line is played";
  private final SourceUnderTest ib = new SourceUnderTest("ib");

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"\"yesterday\"|\"yesterday\" is not a time", "\"\"|\"\" is not a time", "true|true is not a time",
      "[1]|a list is not a time", "{\"a\":1}|an object is not a time", "-1|-1 is out of range", "1e999999999|1e999999999 is out of range",
      "\"9999-01-01T00:00:00Z\"|\"9999-01-01T00:00:00Z\" is out of range", "253370764800000|253370764800000 is out of range",
      "\"1969-12-31T23:59:59Z\"|\"1969-12-31T23:59:59Z\" is out of range", "1777552110061123|1777552110061123 is out of range"})
  void a_receive_time_that_cannot_be_is_told(String received, String complaint) {
    String line = " {\"message\":\"{\\\"topic\\\":\\\"smd+1\\\"}\", \"received\":" + received + "} ";
    ib.send(line);
    UnqualifiedRow row = ib.lastUnqualified();
    assertThat(row.reason()).isEqualTo(Reasons.NOT_A_TIME);
    assertThat(row.explanation()).isEqualTo("Cannot take the message out of its recorded line: received " + complaint + ALLOWED);
    assertThat(row.field()).isEqualTo("received");
    assertThat(row.raw()).isEqualTo(line.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void a_time_is_measured_against_the_time_when_the_message_reached_the_platform_and_not_against_a_clock() {
    long dayLater = SourceUnderTest.INGESTED / 1000 + 86_400_000;
    ib.send("{\"received\":" + (dayLater + 60_000) + ",\"message\":\"tic\"}");
    assertThat(ib.lastUnqualified().explanation()).contains("received " + (dayLater + 60_000) + " is out of range");
  }

  @Test
  void a_message_that_is_no_text_is_told() {
    ib.send("{\"received\":1777552110061,\"message\":{\"topic\":\"smd+1\"}}");
    assertThat(ib.lastUnqualified().reason()).isEqualTo(Reasons.WRONG_TYPE);
    assertThat(ib.lastUnqualified().explanation())
        .isEqualTo("Cannot take the message out of its recorded line: message is an object. Allowed: the raw message as one text");
  }

  @Test
  void a_message_with_half_a_character_is_told() {
    ib.send("{\"received\":1777552110061,\"message\":\"\\ud800\"}");
    assertThat(ib.lastUnqualified().reason()).isEqualTo(Reasons.INVALID_UTF8);
    assertThat(ib.lastUnqualified().explanation()).endsWith("message holds half a character, which UTF-8 cannot carry");
  }

  @Test
  void a_sound_line_that_came_into_the_topic_by_another_way_is_told() {
    ib.send("{\"received\":1777552110061,\"message\":\"tic\"}");
    assertThat(ib.lastUnqualified().reason()).isEqualTo(Reasons.UNKNOWN_MESSAGE);
    assertThat(ib.lastUnqualified().explanation()).startsWith("Cannot read the message: it is a line of a recording, its receive time around it");
  }

  @Test
  void a_message_with_a_third_key_is_the_source_s_own() {
    ib.send("{\"received\":\"yesterday\",\"message\":\"x\",\"topic\":\"system\"}");
    assertThat(ib.output.unqualified).isEmpty();
    assertThat(ib.output.dropped).hasSize(1);
  }
}
