package io.twinlane.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ControlCharactersTest {
  @Test
  void what_unicode_calls_a_control_a_separator_of_lines_or_half_a_character_is_one() {
    IntStream.rangeClosed(0, Character.MAX_CODE_POINT).filter(c -> {
      int type = Character.getType(c);
      return type == Character.CONTROL || type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR
          || type == Character.SURROGATE;
    }).forEach(c -> assertThat(ControlCharacters.isOne(c)).as("%x", c).isTrue());
  }

  @Test
  void what_turns_the_direction_of_text_is_one() {
    "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069".chars()
        .forEach(c -> assertThat(ControlCharacters.isOne(c)).as("%x", c).isTrue());
  }

  @Test
  void what_people_write_is_none() {
    IntStream.rangeClosed(0, Character.MAX_CODE_POINT).filter(c -> Character.isLetterOrDigit(c) || Character.getType(c)
        == Character.CURRENCY_SYMBOL || Character.getType(c) == Character.MATH_SYMBOL || Character.getType(c) == Character.SPACE_SEPARATOR)
        .forEach(c -> assertThat(ControlCharacters.isOne(c)).as("%x", c).isFalse());
    assertThat(ControlCharacters.firstIn("BTC-USD \u00e4\u20ac\ud83d\ude00")).isEqualTo(-1);
  }

  @Test
  void a_text_is_shown_on_one_line_and_nothing_in_it_steers_a_terminal() {
    assertThat(ControlCharacters.escaped("A\u001b[31mB\n\u0000\u007f\u009b\u202e\ud800x\udb40\udc41\ud83d\ude00"))
        .isEqualTo("A\\x1b[31mB\\x0a\\x00\\u007f\\u009b\\u202e\\ud800x\\udb40\\udc41\ud83d\ude00");
    assertThat(ControlCharacters.escaped(null)).isNull();
    assertThat(ControlCharacters.problem("a\tb")).isEqualTo("it holds the control character \\x09");
    assertThat(ControlCharacters.problem("a b")).isNull();
  }
}
