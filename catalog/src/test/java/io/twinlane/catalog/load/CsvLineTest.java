package io.twinlane.catalog.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvLineTest {
  private final CsvLine line = new CsvLine();

  @Test
  void values_come_without_the_blanks_around_them_and_quotes_keep_what_would_divide() {
    assertThat(line.read(" 12 , \"a, \"\"b\"\"\" ,,\"x\ny\"")).isTrue();
    assertThat(line.texts()).containsExactly("12", "a, \"b\"", "", "x\ny");
    assertThat(line.strayQuote()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '\'', value = {
      "1,\"a|true|a quoted value does not end",
      "1,\"a\"b|false|a quoted value goes on after its closing quote. Allowed: a comma or the line's end",
      "'1,a\n2,b'|false|it holds more than one line"})
  void a_record_that_cannot_be_taken_apart_says_why(String record, boolean cutOff, String problem) {
    assertThat(line.read(record)).isFalse();
    assertThat(line.problem()).isEqualTo(problem);
    assertThat(line.cutOff()).isEqualTo(cutOff);
    assertThat(line.read("sound")).isTrue();
    assertThat(line.problem()).isNull();
  }

  @Test
  void a_quote_within_a_plain_value_is_seen_however_far_back_it_stands() {
    String far = "\"a, b\",".repeat(20_000);
    assertThat(line.read(far + "5\" pipe")).isTrue();
    assertThat(line.strayQuote()).isTrue();
    assertThat(line.text(line.size() - 1)).isEqualTo("5\" pipe");
    assertThat(line.read(far + " \"5\"\" pipe\"")).isTrue();
    assertThat(line.strayQuote()).isFalse();
  }
}
