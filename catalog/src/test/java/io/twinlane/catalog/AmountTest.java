package io.twinlane.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountTest {
  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "0 | team | 0 teams", "1 | team | 1 team", "2 | team | 2 teams", "1 | category | 1 category", "2 | category | 2 categories",
      "3 | key | 3 keys", "1234567 | row | 1,234,567 rows"})
  void one_is_one_and_anything_else_is_several(long number, String one, String expected) {
    assertThat(Amount.of(number, one)).isEqualTo(expected);
  }
}
