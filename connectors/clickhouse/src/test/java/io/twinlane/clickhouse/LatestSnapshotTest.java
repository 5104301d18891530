package io.twinlane.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinlane.normalize.CategoryRow;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LatestSnapshotTest {
  private static final String LATEST = "SELECT tuple(*)::String FROM market_tick_latest ORDER BY source_system, symbol";
  private static final String PLAIN = "SELECT tuple(*)::String FROM (SELECT * FROM market_tick FINAL"
      + " ORDER BY event_time DESC, ingest_time DESC, origin DESC, origin_offset DESC, row_index DESC LIMIT 1 BY source_system, symbol)"
      + " ORDER BY source_system, symbol";

  @Test
  void rows_out_of_order_and_twice_leave_the_latest_by_event_time() throws Exception {
    ClickHouseConfig config = ClickHouseServer.newDatabase();
    Random random = new Random(7);
    List<CategoryRow> rows = new ArrayList<>();
    for (int i = 0; i < 3000; i++) {
      rows.add(TickRows.tick("S" + random.nextInt(20), TickRows.NOON + random.nextInt(300), String.valueOf(i), i));
    }
    insertInPieces(config, rows, 500);
    Collections.shuffle(rows, random);
    insertInPieces(config, rows, 700);

    assertThat(ClickHouseServer.texts(config, LATEST)).as("the snapshot beside a plain query over all rows")
        .hasSize(20).isEqualTo(ClickHouseServer.texts(config, PLAIN));
    ClickHouseServer.execute(config, "OPTIMIZE TABLE " + config.database() + ".market_tick_latest_state FINAL");
    assertThat(ClickHouseServer.text(config, "SELECT toString(count()) FROM market_tick_latest_state"))
        .as("rows that the snapshot merges down to").isEqualTo("20");
    assertThat(ClickHouseServer.texts(config, LATEST)).as("the snapshot after its parts were merged")
        .isEqualTo(ClickHouseServer.texts(config, PLAIN));
  }

  @Test
  void a_later_message_with_an_earlier_event_time_does_not_win() throws Exception {
    ClickHouseConfig config = ClickHouseServer.newDatabase();
    CategoryRowFormat format = new CategoryRowFormat(ClickHouseServer.category("market_tick"), ClickHouseServer.states());
    Inserts.of(config, format, List.of(TickRows.tick("CLZ6", TickRows.NOON, "71.25", 5)));
    Inserts.of(config, format, List.of(TickRows.tick("CLZ6", TickRows.NOON - 1, "70", 6)));

    assertThat(ClickHouseServer.text(config, "SELECT concat(toString(last_price), ' ', last_price_dtype, ' ', last_price_unit, ' ',"
        + " toString(last_price_state), ' ', toString(isNull(bid_price)), ' ', toString(bid_price_state)) FROM market_tick_latest"))
        .as("latest row of CLZ6").isEqualTo("71.25 decimal(24,12) 1_usd LIVE 1 MISSING");
  }

  @Test
  void the_snapshot_reads_like_the_table() {
    ClickHouseConfig config = ClickHouseServer.newDatabase();

    for (String category : ClickHouseServer.CATALOG.categories().stream().map(c -> c.name()).toList()) {
      assertThat(columns(config, category + "_latest")).as("columns of " + category + "_latest").isEqualTo(columns(config, category));
    }
  }

  private static List<String> columns(ClickHouseConfig config, String table) {
    return ClickHouseServer.texts(config, "SELECT concat(name, ' ', type, ' ', comment) FROM system.columns WHERE database = '"
        + config.database() + "' AND table = '" + table + "' AND default_kind != 'MATERIALIZED' ORDER BY position");
  }

  private static void insertInPieces(ClickHouseConfig config, List<CategoryRow> rows, int size) throws InterruptedException {
    CategoryRowFormat format = new CategoryRowFormat(ClickHouseServer.category("market_tick"), ClickHouseServer.states());
    for (int i = 0; i < rows.size(); i += size) {
      Inserts.of(config, format, rows.subList(i, Math.min(rows.size(), i + size)));
    }
  }
}
