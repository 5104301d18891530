package io.twinlane.local.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeTextTest {
  @ParameterizedTest
  @CsvSource({"PT0S,0 s", "PT0.04S,0 s", "PT0.4S,0.4 s", "PT5S,5 s", "PT9.96S,10.0 s", "PT45.9S,45 s", "PT3M20S,3 min 20 s", "PT2H5M,2 h 5 min",
      "PT25H,1 day 1 h", "P4DT7H,4 days 7 h", "P18615D,51 years"})
  void a_time_is_told_in_its_two_largest_units(Duration time, String text) {
    assertThat(TimeText.of(time)).isEqualTo(text);
  }
}
