package io.twinlane.local.recordings;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.CatalogLoader;
import io.twinlane.kafka.replay.MaxGap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingsTest {
  private static final Path ROOT = Path.of(System.getProperty("twinlane.root"));
  private static final Catalog CATALOG = CatalogLoader.load(ROOT);
  private static final Path COINBASE = ROOT.resolve("catalog/sources/coinbase/samples/feed.jsonl");
  private static final Path IB = ROOT.resolve("catalog/sources/ib/samples/smd.jsonl");

  @TempDir
  Path dir;

  private final List<String> problems = new ArrayList<>();
  private final Recordings recordings = new Recordings(CATALOG, MaxGap.STANDARD, problems);

  @Test
  void a_recording_of_another_source_is_warned_of_with_the_source_that_it_looks_like() {
    recordings.add(CATALOG.source("ib"), COINBASE);
    assertThat(problems).isEmpty();
    assertThat(recordings.warnings()).singleElement().asString()
        .startsWith(COINBASE + " does not look like ib: ").contains("messages are unqualified (UNKNOWN_MESSAGE ")
        .endsWith(". It looks like coinbase");
  }

  @Test
  void the_other_way_round_it_is_warned_of_too() {
    recordings.add(CATALOG.source("coinbase"), IB);
    assertThat(recordings.warnings()).singleElement().asString().startsWith(IB + " does not look like coinbase: ")
        .endsWith(". It looks like ib");
  }

  @Test
  void a_recording_of_its_source_gives_no_warning() {
    recordings.add(CATALOG.source("ib"), IB);
    recordings.add(CATALOG.source("coinbase"), COINBASE);
    recordings.add(CATALOG.source("simulated"), COINBASE);
    assertThat(recordings.warnings()).isEmpty();
    assertThat(recordings.notes()).isEmpty();
  }

  @Test
  void a_file_that_looks_like_no_source_is_told_so_without_a_guess() throws IOException {
    Path csv = Files.writeString(dir.resolve("prices.jsonl"), "symbol,price\nA,1\nB,2\n");
    recordings.add(CATALOG.source("ib"), csv);
    assertThat(recordings.warnings())
        .containsExactly(csv + " does not look like ib: 3 of its 3 messages are unqualified (NOT_JSON 3)");
  }

  @Test
  void a_recording_of_heartbeats_alone_is_no_reason_to_worry() throws IOException {
    recordings.add(CATALOG.source("ib"), Files.writeString(dir.resolve("quiet.jsonl"), "tic\ntic\n"));
    assertThat(recordings.warnings()).isEmpty();
  }

  @Test
  void recordings_without_receive_times_are_noted_with_the_order_they_are_played_in() throws IOException {
    Path second = Files.writeString(dir.resolve("b.jsonl"), "tic\n");
    Path first = Files.writeString(dir.resolve("a.jsonl"), "tic\n");
    recordings.add(CATALOG.source("ib"), second);
    recordings.add(CATALOG.source("ib"), IB);
    recordings.add(CATALOG.source("ib"), first);
    assertThat(recordings.bySource().get(CATALOG.source("ib"))).extracting(RecordingFile::path).containsExactly(first, second, IB);
    assertThat(recordings.notes()).containsExactly("no receive times in " + first + ", " + second
        + ": played without pauses, in the order of the file names, after the other recordings of ib");
  }
}
