package io.twinlane.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.Category;
import io.twinlane.catalog.Dtype;
import io.twinlane.catalog.Field;
import io.twinlane.normalize.CategoryRow;
import io.twinlane.normalize.UnqualifiedRow;
import io.twinlane.types.RowTypes;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.table.data.GenericRowData;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.jdbc.JdbcCatalog;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SilverTest {
  private static final Category EVENTS = TestLake.CATALOG.category("economic_event");
  private static final byte LIVE = TestLake.CATALOG.states().code("LIVE");
  private static final byte MISSING = TestLake.CATALOG.states().code("MISSING");
  private static FlinkRuns flink;

  @TempDir
  private Path dir;
  private LakeConfig lake;

  @BeforeAll
  static void start() {
    flink = new FlinkRuns();
  }

  @AfterAll
  static void stop() {
    flink.close();
  }

  @BeforeEach
  void open() {
    lake = TestLake.create(dir);
  }

  private static CategoryRow event(int number, long time, String value, String unit) {
    BigDecimal decimal = value == null ? null : new BigDecimal(value).setScale(12);
    return new CategoryRow("economic_event",
        new Object[] {"rel\u20acase", time, number == 0 ? null : time, "a,\"b\"\n", null, "field", decimal},
        new String[] {null, null, null, null, null, null, unit},
        new byte[] {LIVE, LIVE, number == 0 ? MISSING : LIVE, LIVE, MISSING, LIVE, value == null ? MISSING : LIVE},
        "eia", "raw/rest/eia/x/dt=2026-11-22/landed=18-07-52.123456/wstk.json", Long.MAX_VALUE - number, number, "eia/1", 7L * number, Messages.NOON);
  }

  private static List<CategoryRow> events() {
    return List.of(
        event(0, 0, null, null), event(1, -1, "99999999999999999999999999.999999999999", "1000_barrels"),
        event(2, -62_135_596_800_000_000L, "-99999999999999999999999999.999999999999", "1_usd"),
        event(3, 253_402_300_799_999_999L, "0.000000000001", "1_usd"), event(4, 1, "-0.1", "1_usd"), event(5, -1_000_001, "0", "1_usd"));
  }

  private void write(List<CategoryRow> written) throws Exception {
    write(EVENTS, written);
  }

  private void write(Category category, List<CategoryRow> written) throws Exception {
    LakeTable silver = LakeTable.load(lake, "silver.economic_event");
    StreamExecutionEnvironment env = flink.environment(RuntimeExecutionMode.BATCH);
    silver.overwrite(env.fromData(RowTypes.CATEGORY_ROW, written.toArray(CategoryRow[]::new))
        .map(new ToSilver(category, TestLake.CATALOG.states(), silver)).returns(silver.rowType()), "silver");
    env.execute();
  }

  @Test
  void the_largest_smallest_and_missing_values_come_back_exactly() throws Exception {
    write(events());
    Silver silver = new Silver(lake, TestLake.CATALOG);
    List<CategoryRow> rows = new ArrayList<>();
    silver.rows(EVENTS, rows::add);
    assertThat(rows).as("rows").containsExactlyInAnyOrderElementsOf(events());
    assertThat(silver.count(EVENTS)).as("count").isEqualTo(6);
  }

  @Test
  void a_table_of_an_earlier_catalog_gets_rows_by_name_and_keeps_those_of_before() throws Exception {
    CategoryRow before = event(1, 0, "1.5", "1000_barrels");
    write(List.of(before));
    List<Field> fields = new ArrayList<>(EVENTS.fields());
    fields.add(2, new Field("region", Dtype.STRING, Field.NO_UNIT, true, "New, in the middle"));
    fields.removeIf(field -> field.name().equals("subject"));
    Category now = new Category(EVENTS.name(), EVENTS.description(), EVENTS.identifier(), EVENTS.timestamp(), EVENTS.keys(),
        EVENTS.retention(), fields);
    Catalog c = TestLake.CATALOG;
    Catalog later = new Catalog(c.platform(), c.states(), c.units(), List.of(now), c.sources(), c.teams(), c.computations(),
        c.instruments(), c.reasons());
    LakeTables.create(lake, later);
    CategoryRow row = shaped(event(2, 7, "-0.1", "1_usd"), now, "gulf", Messages.NOON + 86_400_000_000L);
    write(now, List.of(row));

    List<CategoryRow> rows = new ArrayList<>();
    new Silver(lake, later).rows(now, rows::add);
    assertThat(rows).as("rows of both days").containsExactlyInAnyOrder(shaped(before, now, null, Messages.NOON), row);
    rows.clear();
    new Silver(lake, c).rows(EVENTS, rows::add);
    assertThat(rows).as("what the earlier catalog sees of its own row").contains(before);
  }

  /** The row with a region, or none, and without its subject. */
  private static CategoryRow shaped(CategoryRow row, Category category, String region, long ingestTime) {
    int count = category.fields().size();
    Object[] values = new Object[count];
    String[] units = new String[count];
    byte[] states = new byte[count];
    for (int i = 0; i < count; i++) {
      int was = EVENTS.indexOf(category.fields().get(i).name());
      values[i] = was < 0 ? region : row.values[was];
      units[i] = was < 0 ? null : row.units[was];
      states[i] = was < 0 ? region == null ? MISSING : LIVE : row.states[was];
    }
    return new CategoryRow(row.category, values, units, states, row.sourceSystem, row.origin, row.originOffset, row.rowIndex,
        row.mappingVersion, row.mergedFrom, ingestTime);
  }

  @Test
  void a_row_from_before_rows_said_where_their_state_begins_claims_no_more_than_its_message() throws Exception {
    try (JdbcCatalog catalog = LakeCatalog.open(lake)) {
      catalog.loadTable(TableIdentifier.of("silver", "economic_event")).updateSchema().makeColumnOptional("merged_from")
          .renameColumn("merged_from", "of_before").commit();
    }
    LakeTables.create(lake, TestLake.CATALOG);
    LakeTable silver = LakeTable.load(lake, "silver.economic_event");
    StreamExecutionEnvironment env = flink.environment(RuntimeExecutionMode.BATCH);
    int place = silver.layout().columns().indexOf("merged_from");
    silver.overwrite(env.fromData(RowTypes.CATEGORY_ROW, event(3, 0, "1.5", "1_usd"))
        .map(new ToSilver(EVENTS, TestLake.CATALOG.states(), silver)).returns(silver.rowType())
        .map(row -> {
          ((GenericRowData) row).setField(place, null);
          return row;
        }).returns(silver.rowType()), "silver");
    env.execute();
    List<CategoryRow> rows = new ArrayList<>();
    new Silver(lake, TestLake.CATALOG).rows(EVENTS, rows::add);
    assertThat(rows).singleElement().satisfies(row -> assertThat(row.mergedFrom).isEqualTo(row.originOffset));
  }

  @Test
  void readers_see_dtype_unit_and_state_of_every_field() throws Exception {
    write(List.of(event(1, 0, "1.5", "1000_barrels")));
    try (JdbcCatalog catalog = LakeCatalog.open(lake);
        CloseableIterable<Record> rows = IcebergGenerics.read(catalog.loadTable(TableIdentifier.of("silver", "economic_event"))).build()) {
      Record row = rows.iterator().next();
      assertThat(List.of(row.getField("value_dtype"), row.getField("value_unit"), row.getField("value_state"))).as("value")
          .containsExactly("decimal(38,12)", "1000_barrels", "LIVE");
      assertThat(row.getField("event_time_unit")).as("constant unit").isEqualTo("1_us");
      assertThat(row.getField("subject_unit")).as("no unit").isNull();
      assertThat(row.getField("dt")).as("partition").isEqualTo("2026-11-22");
    }
  }

  @Test
  void a_number_that_does_not_fit_is_an_error_and_not_a_missing_value() {
    SilverRowEncoder rows = new SilverRowEncoder(EVENTS, TestLake.CATALOG.states(), LakeTable.load(lake, "silver.economic_event").layout());
    assertThatThrownBy(() -> rows.row(event(1, 0, "100000000000000000000000000", "1_usd")))
        .hasMessage("Cannot write 100000000000000000000000000.000000000000 as decimal(38,12): it has too many digits");
  }

  @Test
  void unqualified_rows_come_back_with_their_bytes() throws Exception {
    List<UnqualifiedRow> written = List.of(unqualified(0, "{\u20ac".getBytes(StandardCharsets.UTF_8)), unqualified(1, new byte[] {(byte) 0xff, 0}));
    LakeTable table = LakeTable.load(lake, "silver.economic_event_unqualified");
    StreamExecutionEnvironment env = flink.environment(RuntimeExecutionMode.BATCH);
    table.overwrite(env.fromData(RowTypes.UNQUALIFIED_ROW, written.toArray(UnqualifiedRow[]::new))
        .map(new ToUnqualified(table)).returns(table.rowType()), "unqualified");
    env.execute();
    List<UnqualifiedRow> rows = new ArrayList<>();
    new Silver(lake, TestLake.CATALOG).unqualified(EVENTS, rows::add);
    assertThat(rows).as("rows").usingRecursiveFieldByFieldElementComparator().containsExactlyInAnyOrderElementsOf(written);
  }

  private static UnqualifiedRow unqualified(int number, byte[] raw) {
    return new UnqualifiedRow("eia", number == 0 ? null : "economic_event", "NOT_JSON", "It is not JSON", number == 0 ? null : "value",
        number == 0 ? null : "x\n", raw, "raw.eia/0", number, 2, "eia/1", Messages.NOON, Messages.NOON + 1);
  }
}
