package io.twinlane.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
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
  void every_recording_that_cannot_be_played_is_named_at_once() {
    refuses("Cannot play " + dir.resolve("none.jsonl") + ": the file is missing\nCannot play " + dir + ": it is a folder, not a file", "ib",
        dir.resolve("none.jsonl"), dir);
  }

  @Test
  void a_platform_must_run() throws IOException {
    refuses("Cannot replay " + recording() + ": no platform runs in " + dir
        + ". Start one with ./twinlane up, or set kafka.bootstrap-servers.",
        "ib", recording());
  }

  private void refuses(String sentence, String source, Path... files) {
    List<String> arguments = new ArrayList<>(List.of("replay", source));
    Stream.of(files).map(Path::toString).forEach(arguments::add);
    arguments.addAll(List.of("--set", "state.dir=" + dir));
    assertThat(Outcome.of(arguments.toArray(String[]::new))).isEqualTo(new Outcome(2, "", sentence + "\n"));
  }

  private Path recording() throws IOException {
    return Files.writeString(dir.resolve("frames.jsonl"), "{}\n");
  }
}
