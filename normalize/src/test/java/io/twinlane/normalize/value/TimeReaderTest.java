package io.twinlane.normalize.value;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinlane.catalog.FieldRule.As;
import io.twinlane.normalize.read.Kind;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeReaderTest {
  private final ValueOutcome outcome = new ValueOutcome();

  private Object read(As as, Kind kind, String text) {
    outcome.clear();
    return new TimeReader(as).read(kind, text, outcome);
  }

  private static long micros(String instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(instant));
  }

  @ParameterizedTest
  @CsvSource({"2021-04-17T16:43:37.075687Z,2021-04-17T16:43:37.075687Z", "2026-11-20T14:30:00Z,2026-11-20T14:30:00Z",
      "2026-11-20T15:30:00.5+01:00,2026-11-20T14:30:00.500Z", "2024-02-29T00:00:00-00:30,2024-02-29T00:30:00Z",
      "2000-01-01T00:00:00.000000000Z,2000-01-01T00:00:00Z", "1970-01-01T00:00:00Z,1970-01-01T00:00:00Z"})
  void an_iso_time_is_microseconds_utc(String text, String expected) {
    assertThat(read(As.ISO_TIME, Kind.STRING, text)).isEqualTo(micros(expected));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "yesterday", "2026-11-20", "2026-11-20T14:30:00", "2026-11-20 14:30:00Z", "2026-13-01T00:00:00Z",
      "2026-02-29T00:00:00Z",
      "2026-11-20T24:00:00Z", "2026-11-20T14:60:00Z", "2026-11-20T14:30:60Z", "2026-11-20T14:30:00.Z", "2026-11-20T14:30:00+0100",
      "2026-11-20T14:30:00+19:00", "2026-11-20T14:30:00Zx", "1777552110061", "+2026-11-20T14:30:00Z", "2026-11-20T14:30:00.1"})
  void a_text_that_is_no_iso_time_is_told_so(String text) {
    assertThat(read(As.ISO_TIME, Kind.STRING, text)).isNull();
    assertThat(outcome.reason()).isEqualTo("NOT_A_TIME");
    assertThat(outcome.complaint())
        .isEqualTo("\"" + text + "\" is not a time. Allowed: a date and time with zone, such as 2026-11-22T09:30:00.123456Z");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1969-12-31T23:59:59Z", "2200-01-01T00:00:00Z", "0000-01-01T00:00:00Z", "9999-12-31T23:59:59Z",
      "1970-01-01T00:00:00+01:00"})
  void a_time_outside_the_years_1970_to_2199_is_not_believed(String text) {
    assertThat(read(As.ISO_TIME, Kind.STRING, text)).isNull();
    assertThat(outcome.complaint()).isEqualTo("\"" + text + "\" is out of range. Allowed: the years 1970 to 2199");
  }

  @Test
  void a_time_finer_than_a_microsecond_is_refused_because_cutting_it_would_lose_digits() {
    assertThat(read(As.ISO_TIME, Kind.STRING, "2026-11-20T14:30:00.1234567Z")).isNull();
    assertThat(outcome.complaint()).startsWith("\"2026-11-20T14:30:00.1234567Z\" is more precise than a microsecond. Allowed: ");
    assertThat(read(As.ISO_TIME, Kind.STRING, "2026-11-20T14:30:00.123456000Z")).isEqualTo(micros("2026-11-20T14:30:00.123456Z"));
  }

  @ParameterizedTest
  @CsvSource({"1777552110061,2026-04-30T12:28:30.061Z", "1777552110061.25,2026-04-30T12:28:30.061250Z",
      "1.777552110061E12,2026-04-30T12:28:30.061Z",
      "100000000000,1973-03-03T09:46:40Z"})
  void epoch_milliseconds_may_be_a_number_or_a_text(String text, String expected) {
    assertThat(read(As.EPOCH_MILLIS, Kind.NUMBER, text)).isEqualTo(micros(expected));
    assertThat(read(As.EPOCH_MILLIS, Kind.STRING, text)).isEqualTo(micros(expected));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1777552110", "1777552110.061", "0", "99999999999.999", "1.777552110E9"})
  void seconds_are_not_taken_for_milliseconds_of_1970(String text) {
    assertThat(read(As.EPOCH_MILLIS, Kind.NUMBER, text)).isNull();
    assertThat(outcome.reason()).isEqualTo("NOT_A_TIME");
    assertThat(outcome.complaint()).isEqualTo(
        text + " looks like seconds. Allowed: milliseconds since 1970, 100000000000 (1973-03-03) or more, with at most 3 digits after the "
            + "point");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "7258118400000", "1e30", "1e999999999", "1777552110061.0001", "now", "9999999999999999999"})
  void epoch_milliseconds_that_are_none_or_out_of_range_are_refused(String text) {
    assertThat(read(As.EPOCH_MILLIS, Kind.NUMBER, text)).isNull();
    assertThat(outcome.reason()).isEqualTo("NOT_A_TIME");
  }

  @Test
  void a_date_is_its_midnight_utc() {
    assertThat(read(As.DATE, Kind.STRING, "2023-11-10")).isEqualTo(micros("2023-11-10T00:00:00Z"));
    assertThat(read(As.DATE, Kind.STRING, "2023-11-31")).isNull();
    assertThat(outcome.complaint()).isEqualTo("\"2023-11-31\" is not a time. Allowed: a date, such as 2026-11-22");
    assertThat(read(As.DATE, Kind.STRING, "2023-11")).isNull();
    assertThat(read(As.DATE, Kind.OBJECT, null)).isNull();
    assertThat(outcome.reason()).isEqualTo("WRONG_TYPE");
  }

  @Test
  void any_moment_of_the_range_reads_as_java_time_reads_it() {
    Random random = new Random(1);
    for (int i = 0; i < 20_000; i++) {
      long expected = (long) (random.nextDouble() * IsoTime.LIMIT);
      assertThat(IsoTime.micros(Instant.EPOCH.plus(expected, ChronoUnit.MICROS).toString())).isEqualTo(expected);
    }
  }
}
