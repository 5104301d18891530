package io.twinlane.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayTest {
  @TempDir
  Path dir;

  @Test
  void an_unknown_source_is_told_with_those_that_are_known() throws IOException {
    refuses("Cannot find source nyse: the catalog has [cftc, coinbase, eia, ib, simulated]", "nyse", recording());
  }

  @Test
  void a_source_of_files_is_no_place_for_a_replay() throws IOException {
    refuses("Cannot replay into eia: its files are landed in the lake. Live sources: coinbase, ib, simulated.", "eia", recording());
  }

  @Test
  void a_missing_recording_is_named() {
    refuses("Cannot replay " + dir.resolve("none.jsonl") + ": there is no such file.", "ib", dir.resolve("none.jsonl"));
  }

  @Test
  void a_platform_must_run() throws IOException {
    refuses("Cannot replay " + recording() + ": no platform runs in " + dir
        + ". Start one with ./twinlane up, or set kafka.bootstrap-servers.",
        "ib", recording());
  }

  private void refuses(String sentence, String source, Path file) {
    assertThat(Outcome.of("replay", source, file.toString(), "--set", "state.dir=" + dir)).isEqualTo(new Outcome(2, "", sentence + "\n"));
  }

  private Path recording() throws IOException {
    return Files.writeString(dir.resolve("frames.jsonl"), "{}\n");
  }
}
