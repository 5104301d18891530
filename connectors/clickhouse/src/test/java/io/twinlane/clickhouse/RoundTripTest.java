package io.twinlane.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinlane.normalize.CategoryRow;
import io.twinlane.normalize.UnqualifiedRow;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RoundTripTest {
  private static final String AWKWARD = "\0'\"\\\n\t{}$ é 漢 \uD83D\uDE00 \u200B end ";

  @Test
  void every_value_of_every_dtype_comes_back_as_it_was() throws Exception {
    ClickHouseConfig config = ClickHouseServer.newDatabase(EveryDtype.CATEGORY);
    List<CategoryRow> rows = List.of(
        EveryDtype.extremes(1, AWKWARD, micros("2100-12-31T23:59:59.999999Z"), 0),
        EveryDtype.extremes(-1, "x".repeat(100_000), micros("1901-01-01T00:00:00.000001Z"), 1),
        EveryDtype.bare(2),
        EveryDtype.smallest(3),
        EveryDtype.extremes(1, "NULL", micros("1969-12-31T23:59:59.999999Z"), 4));
    Inserts.of(config, new CategoryRowFormat(EveryDtype.CATEGORY, ClickHouseServer.states()), rows);

    try (ClickHouseRowReader<CategoryRow> stored = ClickHouseRowReader.ofCategory(config, EveryDtype.CATEGORY, ClickHouseServer.states());
        Stream<CategoryRow> stream = stored.stream()) {
      assertThat(stream).as("rows read back in order of identity").containsExactlyElementsOf(rows);
    }
  }

  @Test
  void clickhouse_itself_understands_the_values() throws Exception {
    ClickHouseConfig config = ClickHouseServer.newDatabase(EveryDtype.CATEGORY);
    Inserts.of(config, new CategoryRowFormat(EveryDtype.CATEGORY, ClickHouseServer.states()), List.of(
        EveryDtype.extremes(-1, "it", micros("1901-01-01T00:00:00.000001Z"), 0)));

    assertThat(ClickHouseServer.text(config, "SELECT arrayStringConcat([toString(at), toString(small), toString(medium), toString(tick),"
        + " toString(large), toString(integer), toString(whole), toString(flag)], ' ') FROM every_dtype"))
        .as("the same values in ClickHouse's own words")
        .isEqualTo("1901-01-01 00:00:00.000001 -9999999.99 -0." + "9".repeat(18) + " -999999999999.999999999999 -" + "9".repeat(26) + "."
            + "9".repeat(12) + " -" + "9".repeat(38) + " -9223372036854775808 false");
  }

  @Test
  void a_reader_sees_dtype_unit_and_state_of_each_field() throws Exception {
    ClickHouseConfig config = ClickHouseServer.newDatabase(EveryDtype.CATEGORY);
    Inserts.of(config, new CategoryRowFormat(EveryDtype.CATEGORY, ClickHouseServer.states()), List.of(EveryDtype.smallest(0)));

    assertThat(ClickHouseServer.text(config, "SELECT concat(tick_dtype, ' ', tick_unit, ' ', toString(tick_state), ' ', small_unit, ' [',"
        + " name_unit, '] ', toString(name_state)) FROM every_dtype"))
        .as("what stands beside tick, small and name")
        .isEqualTo("decimal(24,12) 1000_barrels " + ClickHouseServer.states().name(11) + " 1_usd [] MISSING");
  }

  @Test
  void an_unqualified_row_keeps_its_raw_bytes() throws Exception {
    ClickHouseConfig config = ClickHouseServer.newDatabase();
    byte[] notUtf8 = {0, (byte) 0xff, (byte) 0xfe, 10, 13, 65};
    UnqualifiedRow whole = new UnqualifiedRow("ib", null, "NOT_JSON", "Cannot read it: " + AWKWARD, null, null, notUtf8, "raw.ib/0", 7, 0,
        "ib/1", -1, TickRows.NOW);
    UnqualifiedRow field = new UnqualifiedRow("ib", "market_tick", "NOT_A_NUMBER", "no number", "last_price", "", new byte[5_000_000],
        "raw.ib/0", 8, 3, "ib/1", 5, TickRows.NOW);
    Inserts.of(config, new UnqualifiedRowFormat(), List.of(whole, field));

    try (ClickHouseRowReader<UnqualifiedRow> stored = ClickHouseRowReader.ofUnqualified(config); Stream<UnqualifiedRow> stream = stored.stream()) {
      List<UnqualifiedRow> rows = stream.toList();
      assertThat(rows).as("unqualified rows read back, but for the raw bytes").extracting(RoundTripTest::withoutRaw)
          .containsExactly(withoutRaw(whole), withoutRaw(field));
      assertThat(Arrays.equals(rows.get(0).raw(), notUtf8)).as("raw bytes that are no text are the same").isTrue();
      assertThat(Arrays.equals(rows.get(1).raw(), field.raw())).as("five million raw bytes are the same").isTrue();
    }
  }

  private static UnqualifiedRow withoutRaw(UnqualifiedRow r) {
    return new UnqualifiedRow(r.sourceSystem(), r.category(), r.reason(), r.explanation(), r.field(), r.rawValue(), null, r.origin(),
        r.originOffset(), r.rowIndex(), r.mappingVersion(), r.receiveTime(), r.ingestTime());
  }

  private static long micros(String instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(instant));
  }
}
