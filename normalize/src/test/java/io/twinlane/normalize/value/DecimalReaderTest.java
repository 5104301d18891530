package io.twinlane.normalize.value;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinlane.catalog.ControlCharacters;
import io.twinlane.catalog.Dtype;
import io.twinlane.catalog.FieldRule;
import io.twinlane.catalog.NumberSigns;
import io.twinlane.catalog.State;
import io.twinlane.catalog.States;
import io.twinlane.normalize.read.Kind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalReaderTest {
  private static final States STATES = new States(List.of(new State("MISSING", ""), new State("PREVIOUS_CLOSE", ""), new State("HALTED",
      "")));
  private final ValueOutcome outcome = new ValueOutcome();
  private final DecimalReader price = reader(Dtype.decimal(24, 12));

  private static DecimalReader reader(Dtype dtype) {
    FieldRule rule = new FieldRule("f", FieldRule.From.COLUMN, null, List.of("c"), 0, FieldRule.As.PLAIN, false, Map.of(),
        Map.of("C", "PREVIOUS_CLOSE", "H", "HALTED"), Map.of("K", "1000", "M", "1000000", "B", "1000000000", "%", "1", "lots", "37.5"),
        null);
    return new DecimalReader(dtype, Affixes.of(rule, STATES), NumberSigns.PLAIN);
  }

  private String read(DecimalReader reader, Kind kind, String text) {
    outcome.clear();
    Object value = reader.read(kind, text, outcome);
    return value == null ? outcome.reason() : ((BigDecimal) value).toPlainString();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"271.73|271.73", "+1.50|1.5", "-2.7|-2.7", "64.780|64.78", "605|605", "007|7",
      "3.45K|3450", "12.2M|12200000", "45.0M|45000000", "0.0125B|12500000", "24.279%|24.279", "1.22E7|12200000", "1e-12|0.000000000001",
      "0.000000000001|0.000000000001", "999999999999.999999999999|999999999999.999999999999", "-0|0", "0e999999999|0", ".5|0.5", "5.|5",
      "000000000000000000000000000012.5|12.5", "1.50000000000000000000000000000000000|1.5", "123456789012000000e-6|123456789012",
      "2lots|75", "0.2lots|7.5", "0K|0", "100000000000000000000e-10|10000000000"})
  void a_number_is_exact_at_the_scale_of_its_field(String text, String expected) {
    assertThat(read(price, Kind.STRING, text)).isEqualTo(new BigDecimal(expected).setScale(12).toPlainString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "-", "+", "N/A", "abc", "1,30", "1,3000", ",300", "1,300,", "1,,300", "13,00,000", "0x10", "NaN",
      "Infinity", "1e",
      "e5", ".", "1.2.3", "--1", "1-", "12 3", " 1", "1 ", "\u0661", "1_000", "C", "K", "KK", "1.5,000", "1e5.5", "1e1,000", "1d", "1f",
      "0,123", "00,123.5", "1,234", "1,300", "12,345,678.9", "1.234.567", "1\u00a0234", "1\u202f234", "1'234", "(5)", "5%%", "\u00bd", "\uff11\uff12",
      "\u22125", "-1,234", "1 234", "+-5", "1e+-5", "1e", "1E5E5", "\u0001", "1\u0000", "12\u0663"})
  void a_text_that_is_no_number_is_told_so(String text) {
    assertThat(read(price, Kind.STRING, text)).isEqualTo("NOT_A_NUMBER");
    assertThat(outcome.complaint()).isEqualTo("\"" + ControlCharacters.escaped(text)
        + "\" is not a number. Allowed: digits with an optional sign, point and exponent");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1000000000000", "-1000000000000", "0.0000000000001", "1.1234567890123", "1e12", "1e-13", "1e999999999",
      "-1e-999999999",
      "1e99999999999999999999999999", "1234567890123456789012345678901234567890",
      "999999999999999999999999999999999999999999999999999999999999999999999999",
      "1000B", "0.0000000001e-5", "1e2147483648", "1e-2147483649"})
  void a_number_that_does_not_fit_is_refused_and_never_rounded(String text) {
    assertThat(read(price, Kind.STRING, text)).isEqualTo("NUMBER_OUT_OF_RANGE");
    assertThat(outcome.complaint())
        .endsWith(" does not fit decimal(24,12). Allowed: at most 12 digits before the point and 12 after it");
  }

  @Test
  void a_prefix_says_the_state_and_a_number_without_one_leaves_it_to_the_message() {
    assertThat(read(price, Kind.STRING, "C4735.10")).isEqualTo("4735.100000000000");
    assertThat(outcome.state()).isEqualTo(STATES.code("PREVIOUS_CLOSE"));
    assertThat(read(price, Kind.STRING, "H12.30")).isEqualTo("12.300000000000");
    assertThat(outcome.state()).isEqualTo(STATES.code("HALTED"));
    assertThat(read(price, Kind.STRING, "12.30")).isEqualTo("12.300000000000");
    assertThat(outcome.state()).isEqualTo(ValueOutcome.NO_STATE);
  }

  @Test
  void a_large_decimal_keeps_every_digit() {
    DecimalReader large = reader(Dtype.decimal(38, 12));
    assertThat(read(large, Kind.NUMBER, "12345678901234567890123456.123456789012")).isEqualTo("12345678901234567890123456.123456789012");
    assertThat(read(large, Kind.NUMBER, "-99999999999999999999999999.999999999999")).isEqualTo("-99999999999999999999999999.999999999999");
    assertThat(read(large, Kind.NUMBER, "123456789012345678901234567")).isEqualTo("NUMBER_OUT_OF_RANGE");
  }

  @Test
  void a_narrow_decimal_refuses_what_fits_a_wide_one() {
    DecimalReader narrow = reader(Dtype.decimal(4, 2));
    assertThat(read(narrow, Kind.NUMBER, "99.99")).isEqualTo("99.99");
    assertThat(read(narrow, Kind.NUMBER, "99.990")).isEqualTo("99.99");
    assertThat(read(narrow, Kind.NUMBER, "100")).isEqualTo("NUMBER_OUT_OF_RANGE");
    assertThat(read(narrow, Kind.NUMBER, "1.005")).isEqualTo("NUMBER_OUT_OF_RANGE");
  }

  @Test
  void a_million_digits_are_refused_at_once() {
    assertThat(read(price, Kind.NUMBER, "9".repeat(1_000_000))).isEqualTo("NUMBER_OUT_OF_RANGE");
    assertThat(read(price, Kind.NUMBER, "0." + "0".repeat(1_000_000) + "1")).isEqualTo("NUMBER_OUT_OF_RANGE");
    assertThat(read(price, Kind.NUMBER, "1" + "0".repeat(1_000_000) + "e-1000000")).isEqualTo("1.000000000000");
  }

  @Test
  void another_kind_of_value_is_no_number() {
    assertThat(read(price, Kind.OBJECT, null)).isEqualTo("WRONG_TYPE");
    assertThat(outcome.complaint()).isEqualTo("an object is not a number. Allowed: digits with an optional sign, point and exponent");
    assertThat(read(price, Kind.BOOLEAN, "true")).isEqualTo("WRONG_TYPE");
  }

  @ParameterizedTest
  @CsvSource({"9223372036854775807,9223372036854775807", "-1e3,-1000", "2.0,2"})
  void an_int64_is_a_whole_number(String text, long expected) {
    outcome.clear();
    assertThat(new Int64Reader(Affixes.NONE, NumberSigns.PLAIN).read(Kind.STRING, text, outcome)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"9223372036854775808,NUMBER_OUT_OF_RANGE", "1.5,NUMBER_OUT_OF_RANGE", "one,NOT_A_NUMBER"})
  void an_int64_refuses_what_it_cannot_hold(String text, String reason) {
    outcome.clear();
    assertThat(new Int64Reader(Affixes.NONE, NumberSigns.PLAIN).read(Kind.STRING, text, outcome)).isNull();
    assertThat(outcome.reason()).isEqualTo(reason);
  }
}
