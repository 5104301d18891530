package io.twinlane.normalize.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinlane.catalog.CatalogLoader;
import io.twinlane.normalize.CategoryRow;
import io.twinlane.normalize.DroppedMessage;
import io.twinlane.normalize.NormalizeOutput;
import io.twinlane.normalize.NormalizeSpec;
import io.twinlane.normalize.Normalizer;
import io.twinlane.normalize.RawMessage;
import io.twinlane.normalize.Recording;
import io.twinlane.normalize.Recording.Recorded;
import io.twinlane.normalize.UnqualifiedRow;
import io.twinlane.normalize.Update;
import io.twinlane.normalize.simulate.SimulatedExchange.Volume;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulatedExchangeTest {
  @TempDir
  Path folder;

  private final List<CategoryRow> rows = new ArrayList<>();
  private final List<UnqualifiedRow> unqualified = new ArrayList<>();
  private int drops;

  private final NormalizeOutput output = new NormalizeOutput() {
    @Override
    public void row(CategoryRow row) {
      rows.add(row);
    }

    @Override
    public void update(Update update) {
      throw new AssertionError("the exchange's messages are not merged");
    }

    @Override
    public void unqualified(UnqualifiedRow row) {
      unqualified.add(row);
    }

    @Override
    public void dropped(DroppedMessage message) {
      drops++;
    }
  };

  private List<Recorded> play(long seed, Volume volume) throws IOException {
    Path file = folder.resolve(seed + ".jsonl");
    int written = SimulatedExchange.write(file, seed, volume);
    List<Recorded> messages = new ArrayList<>();
    try (Recording recording = Recording.open(file)) {
      for (Recorded line = recording.next(); line != null; line = recording.next()) {
        messages.add(line);
      }
    }
    assertThat(messages).hasSize(written);
    return messages;
  }

  private void normalize(List<Recorded> messages) {
    var catalog = CatalogLoader.load(Path.of(System.getProperty("twinlane.root")));
    Normalizer normalizer = new Normalizer(NormalizeSpec.of(catalog, catalog.source("simulated")));
    for (Recorded line : messages) {
      normalizer.normalize(new RawMessage("raw.simulated/0", line.line(), line.received(), line.received(), line.message(), null), output);
    }
  }

  @Test
  void the_demos_volume_gives_over_22_000_rows_in_15_seconds_at_an_even_pace_after_the_greeting() throws IOException {
    List<Recorded> messages = play(7, Volume.DEMO);
    normalize(messages);
    assertThat(unqualified).isEmpty();
    assertThat(rows).hasSizeBetween(22_000, 40_000);
    assertThat(drops).isGreaterThan(1000);
    long first = messages.get(0).received();
    Map<Long, Integer> perSecond = new TreeMap<>();
    messages.forEach(line -> perSecond.merge((line.received() - first) / 1_000_000, 1, Integer::sum));
    assertThat(perSecond).hasSizeBetween(15, 16);
    assertThat(perSecond.values().stream().skip(2).limit(13)).allSatisfy(count -> assertThat(count).isBetween(800, 1300));
  }

  @Test
  void the_same_seed_gives_the_same_bytes_and_another_one_others() throws IOException {
    Volume small = new Volume(3, 8, 2, 20);
    Path first = folder.resolve("first.jsonl");
    Path second = folder.resolve("second.jsonl");
    SimulatedExchange.write(first, 3, small);
    SimulatedExchange.write(second, 3, small);
    assertThat(first).hasSameBinaryContentAs(second);
    SimulatedExchange.write(second, 4, small);
    assertThat(java.nio.file.Files.mismatch(first, second)).isNotEqualTo(-1);
  }

  @Test
  void a_book_rebuilt_from_the_rows_never_crosses() throws IOException {
    normalize(play(11, new Volume(4, 20, 10, 200)));
    Map<String, TreeMap<BigDecimal, BigDecimal>> sides = new HashMap<>();
    long message = -1;
    for (CategoryRow row : rows) {
      if (row.originOffset != message) {
        assertUncrossed(sides);
        message = row.originOffset;
      }
      if (row.category.equals("order_book")) {
        TreeMap<BigDecimal, BigDecimal> levels = sides.computeIfAbsent(row.values[0] + " " + row.values[3], side -> new TreeMap<>());
        if (((BigDecimal) row.values[5]).signum() == 0) {
          assertThat(levels.remove((BigDecimal) row.values[4])).as("a level that goes was there").isNotNull();
        } else {
          levels.put((BigDecimal) row.values[4], (BigDecimal) row.values[5]);
        }
      }
    }
  }

  private static void assertUncrossed(Map<String, ? extends SortedMap<BigDecimal, BigDecimal>> sides) {
    sides.forEach((side, levels) -> {
      if (side.endsWith(" bid") && sides.containsKey(side.replace(" bid", " ask"))) {
        assertThat(levels.lastKey()).as(side).isLessThan(sides.get(side.replace(" bid", " ask")).firstKey());
      }
    });
  }

  @Test
  void receive_times_only_grow() throws IOException {
    List<Long> received = play(5, new Volume(2, 5, 3, 50)).stream().map(Recorded::received).toList();
    List<Long> sorted = new ArrayList<>(received);
    Collections.sort(sorted);
    assertThat(received).isEqualTo(sorted).doesNotHaveDuplicates();
  }
}
