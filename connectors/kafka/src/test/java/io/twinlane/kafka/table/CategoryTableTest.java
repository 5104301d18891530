package io.twinlane.kafka.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.Category;
import io.twinlane.catalog.Dtype;
import io.twinlane.catalog.Field;
import io.twinlane.catalog.Platform;
import io.twinlane.catalog.TopicDeclarations;
import io.twinlane.catalog.TopicSettings;
import io.twinlane.catalog.derive.AvroSchemas;
import io.twinlane.catalog.derive.FlinkTables;
import io.twinlane.catalog.derive.KafkaTopics;
import io.twinlane.kafka.CategorySink;
import io.twinlane.kafka.Engines;
import io.twinlane.kafka.Samples;
import io.twinlane.kafka.codec.CategoryCodec;
import io.twinlane.normalize.CategoryRow;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.table.api.EnvironmentSettings;
import org.apache.flink.table.api.ValidationException;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;
import org.apache.flink.table.api.config.ExecutionConfigOptions;
import org.apache.flink.types.Row;
import org.apache.flink.util.CloseableIterator;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class CategoryTableTest {
  private static final long SECOND = 1_000_000;

  @Test
  void sql_sees_every_field_with_dtype_unit_and_state_and_the_technical_columns() throws Exception {
    Category category = topic("seen");
    send(category, Samples.corruptible());
    Row row = query(category, "SELECT * FROM seen WHERE symbol = 'B'").get(0);
    assertThat(row.getField("price")).isEqualTo(new BigDecimal("-0.000000000001"));
    assertThat(row.getField("price_dtype")).isEqualTo("decimal(24,12)");
    assertThat(row.getField("price_unit")).isEqualTo("1_usd");
    assertThat(row.getField("price_state")).isEqualTo("LIVE");
    assertThat(row.getField("event_time")).isEqualTo(Instant.parse("1969-12-31T23:59:59.999999Z"));
    assertThat(row.getField("event_time_unit")).isEqualTo("1_us");
    assertThat(row.getField("symbol_unit")).isNull();
    assertThat(row.getField("huge")).isEqualTo(new BigDecimal("9".repeat(38)));
    assertThat(row.getField("flag")).isEqualTo(false);
    assertThat(row.getField("note")).isEqualTo("");
    assertThat(row.getField("seen")).isEqualTo(Instant.EPOCH);
    assertThat(row.getField("origin_offset")).isEqualTo(1L);
    assertThat(row.getField("ingest_time")).isEqualTo(Instant.parse("2023-11-14T22:13:20.123456Z"));
    Row empty = query(category, "SELECT price, price_unit, price_state, flag, seen FROM seen WHERE symbol = 'A'").get(0);
    assertThat(empty).isEqualTo(Row.of(null, null, "MISSING", null, null));
  }

  @Test
  void a_query_reads_rows_that_an_earlier_catalog_wrote() throws Exception {
    Category before = topic("before");
    send(before, List.of(Samples.row("A", SECOND, "raw.ib/0", 0, 0)));
    List<Field> fields = new ArrayList<>(before.fields());
    fields.add(2, new Field("venue", Dtype.STRING, Field.NO_UNIT, false, "New, in the middle"));
    fields.set(3, new Field("price", Dtype.decimal(30, 4), Field.UNIT_VARIES, false, "Of another scale"));
    Category now = new Category("before", "", before.identifier(), before.timestamp(), before.keys(), before.retention(), fields)
        .withReleased(List.of(AvroSchemas.wire(before, Samples.STATES)));
    assertThat(query(now, "SELECT symbol, venue, venue_state, price, price_unit, note FROM before"))
        .containsExactly(Row.of("A", null, "MISSING", new BigDecimal("1.5000"), "1_usd", "note"));
  }

  @Test
  void a_row_that_comes_again_counts_once() throws Exception {
    Category category = topic("repeated");
    List<CategoryRow> rows = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      rows.add(Samples.row("S" + i % 3, i * SECOND, "raw.ib/0", i, 0));
    }
    send(category, rows);
    send(category, rows.subList(40, 100));
    assertThat(last(query(category, "SELECT COUNT(*), SUM(number) FROM repeated"))).isEqualTo(Row.of(100L, 700L));
  }

  @Test
  void records_that_are_no_rows_are_passed_over_and_every_row_counts() throws Exception {
    Category category = topic("foreign");
    String topic = KafkaTopics.categoryTopic(category.name());
    for (int i = 0; i < 20; i++) {
      send(category, List.of(Samples.row("S" + i, i * SECOND, "raw.ib/0", i, 0)));
      sendBytes(topic, i == 0 ? null : "no row".repeat(i).getBytes(StandardCharsets.UTF_8));
    }
    assertThat(last(query(category, "SELECT COUNT(*), SUM(number) FROM `foreign`")))
        .isEqualTo(Row.of(20L, 140L));
  }

  @Test
  void a_row_of_ours_whose_schema_is_not_known_ends_the_query_with_the_file_to_put_back() throws Exception {
    Category category = topic("unknown");
    byte[] ours = CategoryCodec.of(category, Samples.STATES)
        .encode(Samples.in(category, Samples.row("S", 0, "raw.ib@9rs4Tx3iQ-2Rk1v8bq2W0g/1", 0, 0)));
    ours[2] ^= 1;
    sendBytes(KafkaTopics.categoryTopic(category.name()), ours);
    assertThatThrownBy(() -> query(category, "SELECT symbol FROM `unknown`")).hasStackTraceContaining("Cannot read a row of unknown: schema ")
        .hasStackTraceContaining("Put catalog/released/avro/unknown.");
  }

  @Test
  void a_partition_read_ahead_of_another_does_not_make_its_rows_late() throws Exception {
    Category category = topic("windowed");
    List<CategoryRow> rows = new ArrayList<>();
    for (int minute = 0; minute < 2_000; minute++) {
      for (int symbol = 0; symbol < 6; symbol++) {
        rows.add(Samples.row("S" + symbol, minute * 60L * SECOND, "raw.ib/0", minute, symbol));
      }
    }
    send(category, rows);
    List<Row> windows = query(category, """
        SELECT COUNT(*) FROM TABLE(TUMBLE(TABLE windowed, DESCRIPTOR(event_time_ms), INTERVAL '1' MINUTE))
        GROUP BY window_start, window_end""");
    assertThat(windows).as("windows").hasSize(2_000).as("rows in each").containsOnly(Row.of(6L));
  }

  @Test
  void an_empty_partition_does_not_hold_windows_back() throws Exception {
    Category category = topic("halfempty");
    send(category, List.of(Samples.row("S", 0, "raw.ib/0", 0, 0), Samples.row("S", 90 * SECOND, "raw.ib/0", 1, 0)));
    StreamTableEnvironment tables = environment();
    tables.executeSql(FlinkTables.createStatement(catalog(category), category, Engines.kafka().bootstrapServers(), Map.of(), false)
        .replace("'connector' =", "'scan.idle-timeout' = '300 ms',\n  'connector' ="));
    try (CloseableIterator<Row> windows = tables.executeSql("""
        SELECT COUNT(*) FROM TABLE(TUMBLE(TABLE halfempty, DESCRIPTOR(event_time_ms), INTERVAL '1' MINUTE))
        GROUP BY window_start, window_end""").collect()) {
      assertThat(CompletableFuture.supplyAsync(windows::next).get(90, TimeUnit.SECONDS)).as("the first minute").isEqualTo(Row.of(1L));
    }
  }

  @Test
  void only_asked_columns_are_built_and_watermarks_are_made_at_the_source() {
    Category category = topic("planned");
    StreamTableEnvironment tables = tables(category);
    String plan = tables.explainSql("""
        SELECT symbol, SUM(price) FROM TABLE(TUMBLE(TABLE planned, DESCRIPTOR(event_time_ms), INTERVAL '1' MINUTE))
        GROUP BY symbol, window_start, window_end""");
    assertThat(plan).contains("project=[symbol, price, event_time]").contains("watermark=[");
    assertThat(plan.substring(plan.indexOf("Optimized Physical Plan"))).doesNotContain("WatermarkAssigner").doesNotContain("price_state");
  }

  @Test
  void a_table_with_other_columns_is_refused_with_a_way_out() {
    Category category = Samples.named("odd");
    StreamTableEnvironment tables = environment();
    String statement = FlinkTables.createStatement(catalog(category), category, "127.0.0.1:1", Map.of(), true);
    tables.executeSql(statement.replace("`price_unit`", "`price_currency`"));
    assertThatThrownBy(() -> tables.explainSql("SELECT * FROM odd")).rootCause().isInstanceOf(ValidationException.class)
        .hasMessage("Cannot read table odd: column 11 is price_currency, expected price_unit."
            + " Use the statement that ./twinlane render writes to catalog/derived/flink.");
  }

  private static Category topic(String name) {
    Engines.create("category." + name);
    return Samples.named(name);
  }

  private static Row last(List<Row> rows) {
    Row last = rows.get(rows.size() - 1);
    last.setKind(org.apache.flink.types.RowKind.INSERT);
    return last;
  }

  private static List<Row> query(Category category, String sql) throws Exception {
    List<Row> rows = new ArrayList<>();
    try (CloseableIterator<Row> results = tables(category).executeSql(sql).collect()) {
      results.forEachRemaining(rows::add);
    }
    return rows;
  }

  private static StreamTableEnvironment tables(Category category) {
    StreamTableEnvironment tables = environment();
    tables.executeSql(FlinkTables.createStatement(catalog(category), category, Engines.kafka().bootstrapServers(), Map.of(), true));
    return tables;
  }

  private static StreamTableEnvironment environment() {
    StreamExecutionEnvironment env = Engines.environment();
    StreamTableEnvironment tables = StreamTableEnvironment.create(env, EnvironmentSettings.inStreamingMode());
    tables.getConfig().set(ExecutionConfigOptions.TABLE_EXEC_UID_GENERATION, ExecutionConfigOptions.UidGeneration.ALWAYS);
    tables.getConfig().set(PipelineOptions.NAME, "query");
    tables.getConfig().setLocalTimeZone(java.time.ZoneOffset.UTC);
    return tables;
  }

  private static Catalog catalog(Category category) {
    Duration day = Duration.ofDays(1);
    Platform platform = new Platform("bronze", "silver", "realtime", TopicDeclarations.ofAll(TopicSettings.onOneBroker(2, day)), 1 << 24,
        1 << 22, day, Duration.ofHours(1), 128);
    return new Catalog(platform, Samples.STATES, List.of(), List.of(category), List.of(), List.of(), List.of(), null, List.of());
  }

  private static void sendBytes(String topic, byte[] value) throws Exception {
    try (var producer = new KafkaProducer<>(Engines.kafka().producer(), new ByteArraySerializer(), new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>(topic, value)).get();
    }
  }

  private static void send(Category category, List<CategoryRow> rows) {
    CategoryCodec codec = CategoryCodec.of(category, Samples.STATES);
    Properties settings = Engines.kafka().producer();
    try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      for (CategoryRow row : rows) {
        Future<?> unused = producer.send(CategorySink.record(codec, Samples.in(category, row)));
      }
      producer.flush();
    }
  }
}
