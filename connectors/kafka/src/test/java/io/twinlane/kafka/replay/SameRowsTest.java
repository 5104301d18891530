package io.twinlane.kafka.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.CatalogLoader;
import io.twinlane.catalog.Source;
import io.twinlane.kafka.Engines;
import io.twinlane.kafka.RawRecord;
import io.twinlane.kafka.TopicIds;
import io.twinlane.normalize.CategoryRow;
import io.twinlane.normalize.DroppedMessage;
import io.twinlane.normalize.KeyOf;
import io.twinlane.normalize.Merged;
import io.twinlane.normalize.MergedState;
import io.twinlane.normalize.Merger;
import io.twinlane.normalize.NormalizeOutput;
import io.twinlane.normalize.NormalizeSpec;
import io.twinlane.normalize.Normalizer;
import io.twinlane.normalize.RawMessage;
import io.twinlane.normalize.Survey;
import io.twinlane.normalize.UnqualifiedRow;
import io.twinlane.normalize.Update;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two recordings of a delta source, made on one afternoon, give the same rows at every speed and as one file. */
class SameRowsTest {
  private static final Catalog CATALOG = CatalogLoader.load(Path.of(System.getProperty("twinlane.root")));
  private static final Source IB = CATALOG.source("ib");
  private static final Instant NOON = Instant.parse("2026-11-20T12:31:00Z");
  private static int topics;

  @TempDir
  Path dir;

  @Test
  void two_sessions_of_one_afternoon_give_the_same_rows_at_every_speed_and_as_one_file() throws IOException {
    List<String> early = session(0, "31", "101", "102", "103");
    List<String> late = session(120, "84", "201", "202", "203");
    // named against their order in time: names must not matter where times are
    List<Path> two = List.of(Files.write(dir.resolve("a-late.jsonl"), late), Files.write(dir.resolve("b-early.jsonl"), early));
    List<String> all = new ArrayList<>(early);
    all.addAll(late);
    List<Path> one = List.of(Files.write(dir.resolve("joined.jsonl"), all));

    List<String> expected = rows(one, Speed.FLAT_OUT);

    assertThat(expected).hasSize(6);
    assertThat(expected.get(3)).as("the first row of the second session carries what the first one ended with")
        .contains("12:33:00").contains("103.000000000000 CARRIED").contains("201.000000000000 LIVE");
    assertThat(rows(two, Speed.FLAT_OUT)).isEqualTo(expected);
    assertThat(rows(two, Speed.timesFaster(10))).isEqualTo(expected);
    assertThat(rows(two, Speed.AS_RECORDED)).isEqualTo(expected);
  }

  @Test
  void two_recordings_that_overlap_give_the_rows_of_their_messages_in_the_order_of_receipt() throws IOException {
    List<String> trades = session(0, "31", "101", "102", "103");
    List<String> quotes = session(1, "84", "201", "202", "203");
    List<String> woven = new ArrayList<>();
    for (int i = 0; i < trades.size(); i++) {
      woven.add(trades.get(i));
      woven.add(quotes.get(i));
    }
    List<Path> two = List.of(Files.write(dir.resolve("quotes.jsonl"), quotes), Files.write(dir.resolve("trades.jsonl"), trades));

    List<String> expected = rows(List.of(Files.write(dir.resolve("woven.jsonl"), woven)), Speed.FLAT_OUT);

    assertThat(rows(two, Speed.FLAT_OUT)).isEqualTo(expected);
    assertThat(rows(two, Speed.timesFaster(10))).isEqualTo(expected);
    assertThat(rows(two, Speed.AS_RECORDED)).isEqualTo(expected);
  }

  /** Messages two seconds apart, with a heartbeat between them. */
  private static List<String> session(int secondsLater, String field, String... prices) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < prices.length; i++) {
      Instant received = NOON.plusSeconds(secondsLater + 2L * i);
      lines.add("{\"received\":\"" + received + "\",\"message\":\"{\\\"topic\\\":\\\"smd+1\\\",\\\"conid\\\":1,\\\"6509\\\":\\\"R\\\",\\\"" + field
          + "\\\":\\\"" + prices[i] + "\\\"}\"}\n{\"received\":\"" + received.plusMillis(300) + "\",\"message\":\"tic\"}");
    }
    return lines;
  }

  private static List<String> rows(List<Path> files, Speed speed) throws IOException {
    String topic = "raw.same" + topics++;
    Engines.create(topic);
    Instant now = Instant.now();
    KeyOf key = new KeyOf(IB, CATALOG.platform().maxRecordBytes());
    MaxGap half = MaxGap.parse("500ms");
    List<Track> tracks = new ArrayList<>();
    for (Path file : files) {
      tracks.add(Track.of(file, now, Survey.of(file, now, half.micros(), Integer.MAX_VALUE, message -> {}), topic, key::keyOf));
    }
    new Playback(Engines.kafka(), speed, half).play(tracks, ReplayProgress.NONE);
    Rows rows = new Rows();
    RawRecord records = new RawRecord(TopicIds.of(Engines.kafka(), List.of(topic)));
    Engines.read(topic).forEach(record -> rows.add(records.message(record)));
    return rows.lines.stream().sorted().toList();
  }

  /** Everything of the rows that a replay may decide, their origins included; the ingest time is the broker's. */
  private static final class Rows implements NormalizeOutput {
    private final NormalizeSpec spec = NormalizeSpec.of(CATALOG, IB);
    private final Normalizer normalizer = new Normalizer(spec);
    private final Merger merger = new Merger(spec);
    private final Map<String, MergedState> states = new HashMap<>();
    private final List<String> lines = new ArrayList<>();

    void add(RawMessage message) {
      normalizer.normalize(message, this);
    }

    @Override
    public void update(Update update) {
      Merged merged = merger.merge(states.get(update.mergeKey()), update);
      states.put(update.mergeKey(), merged.state());
      if (merged.row() != null) {
        row(merged.row());
      }
    }

    @Override
    public void row(CategoryRow row) {
      List<String> values = new ArrayList<>();
      for (int i = 0; i < row.values.length; i++) {
        values.add((row.values[i] instanceof Long micros ? Instant.EPOCH.plusNanos(micros * 1000) : row.values[i]) + " "
            + spec.states().name(row.states[i]));
      }
      lines.add(String.format("%08d", row.originOffset) + row.origin.substring(row.origin.indexOf('/')) + " " + values + Arrays.toString(row.units));
    }

    @Override
    public void unqualified(UnqualifiedRow row) {
      throw new AssertionError(row.explanation());
    }

    @Override
    public void dropped(DroppedMessage message) {
      // heartbeats
    }
  }
}
