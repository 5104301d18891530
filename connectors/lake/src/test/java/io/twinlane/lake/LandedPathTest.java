package io.twinlane.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class LandedPathTest {
  @Test
  void a_path_keeps_the_time_of_landing_to_the_microsecond() {
    LandedPath path = new LandedPath(Instant.parse("2026-11-22T18:07:52.123456789Z"), "wstk.json");
    assertThat(path).as("path").hasToString("dt=2026-11-22/landed=18-07-52.123456/wstk.json");
    assertThat(LandedPath.parse("file:/lake/raw/rest/eia/x/" + path)).as("read back").isEqualTo(path);
    assertThat(path.micros()).as("microseconds").isEqualTo(1_795_370_872_123_456L);
  }

  @Test
  void a_path_that_does_not_say_when_it_was_landed_is_refused() {
    assertThatThrownBy(() -> LandedPath.parse("raw/rest/eia/x/dt=2026-11-22/wstk.json")).hasMessage(
        "Cannot read landed file raw/rest/eia/x/dt=2026-11-22/wstk.json: its path does not say when it was landed. "
            + "Allowed: .../dt=<yyyy-MM-dd>/landed=<HH-mm-ss.SSSSSS>/<name>");
    assertThatThrownBy(() -> LandedPath.parse("dt=2026-11-31/landed=18-07-52.123456/a")).hasMessageContaining("does not say when");
  }
}
