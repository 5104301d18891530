package io.twinlane.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinlane.catalog.Category;
import io.twinlane.normalize.CategoryRow;
import io.twinlane.normalize.DroppedMessage;
import io.twinlane.normalize.Merged;
import io.twinlane.normalize.MergedState;
import io.twinlane.normalize.Merger;
import io.twinlane.normalize.NormalizeOutput;
import io.twinlane.normalize.NormalizeSpec;
import io.twinlane.normalize.Normalizer;
import io.twinlane.normalize.RawMessage;
import io.twinlane.normalize.UnqualifiedRow;
import io.twinlane.normalize.Update;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A run whose state begins later than another's writes rows of the same identity with less in them: they replace none, in whatever order. */
class LaterStateTest {
  private static final NormalizeSpec IB = NormalizeSpec.of(ClickHouseServer.CATALOG, ClickHouseServer.CATALOG.source("ib"));
  private static final Category TICK = IB.category("market_tick");
  private static final List<String> MESSAGES = List.of(
      "\"6509\":\"R\",\"84\":\"70.9\"", "\"31\":\"71\"", "\"86\":\"71.5\"", "\"31\":\"72\"", "\"31\":\"73\"");

  @Test
  void rows_of_a_run_that_saw_all_stay_in_table_and_snapshot() throws Exception {
    List<CategoryRow> whole = new Run().from(0);
    List<CategoryRow> later = new Run().from(2);
    List<CategoryRow> last = new Run().from(4);
    assertThat(last.get(0).values[TICK.indexOf("bid_price")]).as("what the later run never saw").isNull();

    for (List<List<CategoryRow>> order : List.of(List.of(whole, later, last), List.of(last, later, whole), List.of(later, whole, last))) {
      ClickHouseConfig config = ClickHouseServer.newDatabase();
      for (List<CategoryRow> rows : order) {
        for (CategoryRow row : rows) {
          Inserts.of(config, new CategoryRowFormat(TICK, IB.states()), List.of(row));
        }
      }
      assertThat(stored(config)).isEqualTo(whole);
      assertLatest(config);
      ClickHouseServer.execute(config, "OPTIMIZE TABLE " + config.database() + ".market_tick FINAL");
      ClickHouseServer.execute(config, "OPTIMIZE TABLE " + config.database() + ".market_tick_latest_state FINAL");
      assertThat(ClickHouseServer.text(config, "SELECT toString(count()) FROM market_tick")).isEqualTo("5");
      assertThat(stored(config)).isEqualTo(whole);
      assertLatest(config);
    }
  }

  @Test
  void a_newer_mapping_comes_before_a_more_complete_state() throws Exception {
    ClickHouseConfig config = ClickHouseServer.newDatabase();
    CategoryRow whole = new Run().from(0).get(4);
    CategoryRow mended = new Run().from(4).get(0);
    CategoryRow newer = new CategoryRow(mended.category, mended.values, mended.units, mended.states, mended.sourceSystem, mended.origin,
        mended.originOffset, mended.rowIndex, "ib/1000", mended.mergedFrom, mended.ingestTime);
    for (CategoryRow row : List.of(newer, whole)) {
      Inserts.of(config, new CategoryRowFormat(TICK, IB.states()), List.of(row));
    }
    assertThat(stored(config)).containsExactly(newer);
  }

  private static List<CategoryRow> stored(ClickHouseConfig config) throws Exception {
    try (ClickHouseRowReader<CategoryRow> stored = ClickHouseRowReader.ofCategory(config, TICK, IB.states());
        Stream<CategoryRow> rows = stored.stream()) {
      return rows.sorted((one, other) -> Long.compare(one.originOffset, other.originOffset)).toList();
    }
  }

  private static void assertLatest(ClickHouseConfig config) {
    assertThat(ClickHouseServer.texts(config, "SELECT concat(toString(last_price), ' ', ifNull(toString(bid_price), '-'), ' ',"
        + " ifNull(toString(ask_price), '-'), ' ', toString(merged_from)) FROM market_tick_latest")).containsExactly("73 70.9 71.5 0");
  }

  /** The pure function and the merge over the messages, from one of them on. */
  private static final class Run implements NormalizeOutput {
    private final Merger merger = new Merger(IB);
    private final Map<String, MergedState> states = new HashMap<>();
    private final List<CategoryRow> rows = new ArrayList<>();

    List<CategoryRow> from(int first) {
      Normalizer normalizer = new Normalizer(IB);
      for (int offset = first; offset < MESSAGES.size(); offset++) {
        String message = "{\"conid\":265598,\"topic\":\"smd+265598\",\"_updated\":" + (TickRows.NOW / 1000 + offset) + "," + MESSAGES.get(offset) + "}";
        normalizer.normalize(new RawMessage("raw.ib/0", offset, TickRows.NOW, TickRows.NOW, message.getBytes(StandardCharsets.UTF_8), null), this);
      }
      return rows;
    }

    @Override
    public void update(Update update) {
      Merged merged = merger.merge(states.get(update.mergeKey()), update);
      states.put(update.mergeKey(), merged.state());
      rows.add(merged.row());
    }

    @Override
    public void row(CategoryRow row) {
      throw new AssertionError("ib gives deltas: " + row);
    }

    @Override
    public void unqualified(UnqualifiedRow row) {
      throw new AssertionError(row.explanation());
    }

    @Override
    public void dropped(DroppedMessage message) {
      throw new AssertionError(message);
    }
  }
}
