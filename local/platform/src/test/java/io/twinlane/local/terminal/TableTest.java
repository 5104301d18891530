package io.twinlane.local.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TableTest {
  @Test
  void words_stand_to_the_left_and_numbers_to_the_right_without_trailing_blanks() {
    Table table = Table.of("source", ">rows", "holds").row("ib", 150, "yes").row("coinbase", 20000, null);
    assertThat(table.text(Colours.NONE)).isEqualTo("""
        source     rows  holds
        ib          150  yes
        coinbase  20000
        """);
  }

  @Test
  void colours_and_wide_characters_do_not_disturb_the_columns() {
    Table table = Table.of("state", ">n").row(Colours.ANSI.good("up"), 1).row("größer", 22);
    assertThat(table.lines(Colours.NONE)).containsExactly(
        "state    n",
        Colours.ANSI.good("up") + "       1",
        "größer  22");
  }

  @Test
  void a_cell_from_outside_stays_on_its_line_and_in_its_column() {
    assertThat(Table.of("symbol", "n").row("A\u001b[31m\nB", 1).row("C", 2).lines(Colours.NONE)).containsExactly(
        "symbol          n",
        "A\\x1b[31m\\x0aB  1",
        "C               2");
  }

  @Test
  void a_row_of_another_length_is_refused() {
    assertThatThrownBy(() -> Table.of("a", "b").row("1")).isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Cannot add a row of 1 cells: the table has 2 columns [a, b]");
  }
}
