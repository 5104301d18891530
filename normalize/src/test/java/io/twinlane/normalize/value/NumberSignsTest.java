package io.twinlane.normalize.value;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinlane.catalog.Dtype;
import io.twinlane.catalog.NumberSigns;
import io.twinlane.normalize.Reasons;
import io.twinlane.normalize.read.Kind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberSignsTest {
  private static final List<NumberSigns> WRITTEN = List.of(NumberSigns.PLAIN, new NumberSigns('.', ','), new NumberSigns(',', NumberSigns.NONE),
      new NumberSigns(',', '.'), new NumberSigns('.', '\''), new NumberSigns(',', '\u202f'));
  private static final String ALPHABET = "0011234567890009.,.,''\u202f+-eE (%\u0661\uff11\u00bd_";
  private final ValueOutcome outcome = new ValueOutcome();

  private String read(NumberSigns written, Kind kind, String text) {
    outcome.clear();
    Object value = new DecimalReader(Dtype.decimal(38, 12), Affixes.NONE, written).read(kind, text, outcome);
    return value == null ? outcome.reason() : ((BigDecimal) value).stripTrailingZeros().toPlainString();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"1,234|1234", "1,300|1300", "12,345,678.9|12345678.9", "-1,234|-1234", "999|999", "1234|1234", "0.123|0.123",
      "1e3|1000", "1,234.|1234"})
  void commas_between_groups_of_three_are_read_where_they_are_declared(String text, String value) {
    assertThat(read(new NumberSigns('.', ','), Kind.STRING, text)).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0,123", "00,123.5", "00,123", "0,000", "-0,123", "000,123", "1,23", "12,34,567", "1,234,56", "1234,567", ",123", "1,,234", "1,234,",
      "1,234e3", "1,234E0", "1.5,000", "1.234.567", "1 234"})
  void a_comma_that_may_stand_before_decimals_is_never_taken_for_one_between_thousands(String text) {
    assertThat(read(new NumberSigns('.', ','), Kind.STRING, text)).isEqualTo(Reasons.NOT_A_NUMBER);
    assertThat(outcome.complaint()).isEqualTo("\"" + text + "\" is not a number. Allowed: digits with an optional sign, point and exponent,"
        + " and \",\" between groups of three digits");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"0,123|0.123", "00,123|0.123", "1,234|1.234", "-5,5|-5.5", "1.234|NOT_A_NUMBER", "1.234,5|NOT_A_NUMBER", "1,2e3|1200"})
  void a_decimal_comma_is_read_where_it_is_declared_and_a_point_is_none_then(String text, String value) {
    assertThat(read(new NumberSigns(',', NumberSigns.NONE), Kind.STRING, text)).isEqualTo(value);
  }

  @Test
  void a_json_number_has_a_point_whatever_the_texts_beside_it_have() {
    WRITTEN.forEach(written -> assertThat(read(written, Kind.NUMBER, "1.234")).isEqualTo("1.234"));
  }

  /** The rule again, in other words: a grammar, and Java's own decimals. */
  @Test
  void every_text_is_read_as_a_grammar_and_javas_decimals_read_it_or_refused() {
    Random random = new Random(20261124);
    int numbers = 0;
    for (int round = 0; round < 400_000; round++) {
      NumberSigns written = WRITTEN.get(random.nextInt(WRITTEN.size()));
      String text = text(random);
      String expected = expected(written, text);
      numbers += expected.equals(Reasons.NOT_A_NUMBER) ? 0 : 1;
      assertThat(read(written, Kind.STRING, text)).as("%s written as %s", text, written).isEqualTo(expected);
    }
    assertThat(numbers).as("texts that are numbers").isGreaterThan(20_000);
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int length = 1 + random.nextInt(9); length > 0; length--) {
      text.append(ALPHABET.charAt(random.nextInt(random.nextBoolean() ? 20 : ALPHABET.length())));
    }
    return text.toString();
  }

  private static String expected(NumberSigns written, String text) {
    String decimal = Pattern.quote(String.valueOf(written.decimal()));
    String thousands = Pattern.quote(String.valueOf(written.thousands()));
    boolean plain = text.matches("[+-]?([0-9]+(" + decimal + "[0-9]*)?|" + decimal + "[0-9]+)([eE][+-]?[0-9]+)?");
    boolean grouped = written.grouped() && text.matches("[+-]?[1-9][0-9]{0,2}(" + thousands + "[0-9]{3})+(" + decimal + "[0-9]*)?");
    if (!plain && !grouped) {
      return Reasons.NOT_A_NUMBER;
    }
    String java = (grouped ? text.replace(String.valueOf(written.thousands()), "") : text).replace(written.decimal(), '.');
    BigDecimal value = new BigDecimal(java).stripTrailingZeros();
    boolean fits = value.signum() == 0 || value.scale() <= 12 && value.precision() - value.scale() <= 26;
    return fits ? value.toPlainString() : Reasons.NUMBER_OUT_OF_RANGE;
  }
}
