package io.twinlane.catalog.derive;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.CatalogLoader;
import io.twinlane.catalog.Category;
import io.twinlane.catalog.Field;
import io.twinlane.catalog.TechnicalColumn;
import io.twinlane.catalog.derive.KafkaTopics.Topic;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KafkaTextsTest {
  private static final Catalog CATALOG = CatalogLoader.load(Path.of(System.getProperty("twinlane.root")));

  @Test
  void every_live_source_has_three_topics_and_every_category_one() {
    assertThat(KafkaTopics.of(CATALOG)).extracting(Topic::name)
        .contains("raw.ib", "unqualified.ib", "dropped.ib", "raw.coinbase", "category.market_tick", "category.order_book")
        .doesNotContain("raw.eia", "unqualified.cftc").isSorted();
  }

  @Test
  void a_topic_has_the_retention_of_its_kind_and_room_for_an_unqualified_message() {
    Topic raw = topic("raw.ib");
    assertThat(raw.config()).containsEntry("retention.ms", String.valueOf(CATALOG.platform().topics().of("raw.ib").retention().toMillis()))
        .containsEntry("cleanup.policy", "delete").containsEntry("max.message.bytes", String.valueOf((16 << 20) - 65_536));
    assertThat(topic("unqualified.ib").maxMessageBytes()).isGreaterThan(raw.maxMessageBytes());
    assertThat(topic("unqualified.ib").settings().retention()).isEqualTo(Duration.ofDays(14));
    assertThat(KafkaTopics.files(CATALOG).get("kafka/topics.yaml")).contains("""
        - name: raw.ib
          description: Messages of ib exactly as received
          partitions: 2
          replication: 3
          config:
            cleanup.policy: delete
            compression.type: producer
            max.message.bytes: 16711680
            message.timestamp.type: LogAppendTime
            min.insync.replicas: 2
            retention.ms: 259200000
        """);
  }

  @Test
  void a_reader_schema_has_every_field_with_its_meta_fields_and_the_technical_columns() throws IOException {
    for (Category category : CATALOG.categories()) {
      List<String> expected = new ArrayList<>();
      for (Field field : category.fields()) {
        List.of("", "_dtype", "_unit", "_state").forEach(suffix -> expected.add(field.name() + suffix));
      }
      TechnicalColumn.ALL.forEach(column -> expected.add(column.name()));
      assertThat(names(AvroSchemas.reader(category, CATALOG.states()))).as(category.name()).isEqualTo(expected);
    }
  }

  @Test
  void a_wire_schema_leaves_out_exactly_what_the_reader_schema_has_a_constant_for() throws IOException {
    Category ticks = CATALOG.category("market_tick");
    List<String> wire = names(AvroSchemas.wire(ticks, CATALOG.states()));
    JsonNode reader = json(AvroSchemas.reader(ticks, CATALOG.states()));
    List<String> left = new ArrayList<>(names(reader.toString()));
    left.removeAll(wire);
    assertThat(wire).isSubsetOf(names(reader.toString())).contains("last_price_unit").doesNotContain("change_percent_unit");
    for (JsonNode field : reader.get("fields")) {
      assertThat(!left.contains(field.get("name").asText()) || field.has("default")).as(field.get("name").asText()).isTrue();
    }
    assertThat(field(reader, "change_percent_unit").get("default").asText()).isEqualTo("1_percent");
    assertThat(field(reader, "last_price_dtype").get("default").asText()).isEqualTo("decimal(24,12)");
    assertThat(field(reader, "last_price").get("doc").asText()).isEqualTo("Price of the last trade. Unit: varies, in last_price_unit");
    assertThat(field(reader, "symbol_state").get("type").get("symbols")).hasSize(CATALOG.states().list().size());
  }

  @Test
  void all_schemas_are_json() throws IOException {
    for (String text : AvroSchemas.files(CATALOG).values()) {
      assertThat(json(text).get("namespace").asText()).startsWith("io.twinlane.category");
    }
    assertThat(AvroSchemas.files(CATALOG)).containsKeys(
        "avro/market_tick.avsc", "avro/market_tick.wire.avsc", "avro/unqualified.avsc", "avro/dropped.avsc");
  }

  @Test
  void a_flink_table_says_type_comment_and_watermark_and_leaves_one_value_open() {
    String statement = FlinkTables.files(CATALOG).get("flink/order_book.sql");
    assertThat(statement)
        .startsWith("CREATE TABLE `order_book` (\n  `symbol` STRING NOT NULL COMMENT ")
        .contains("  `event_time` TIMESTAMP_LTZ(6) NOT NULL COMMENT ")
        .contains("  `price` DECIMAL(24, 12) COMMENT 'Price of the level. Unit: varies, in price_unit',\n")
        .contains("  `symbol` STRING NOT NULL COMMENT 'The catalog''s own symbol of the instrument. Unit: none'")
        .contains("  WATERMARK FOR `event_time_ms` AS `event_time_ms` - INTERVAL '5' SECOND\n")
        .contains("  'properties.bootstrap.servers' = '${kafka.bootstrap-servers}'\n);\n");
    assertThat(statement.split("\\$\\{", -1)).as("open values").hasSize(2);
  }

  @Test
  void a_statement_for_one_kafka_is_the_committed_one_with_its_address() {
    Category book = CATALOG.category("order_book").withReleased(List.of());
    String committed = FlinkTables.createStatement(CATALOG, book);
    assertThat(FlinkTables.createStatement(CATALOG, book, "k:9092", Map.of(), false))
        .isEqualTo(committed.replace("${kafka.bootstrap-servers}", "k:9092"));
    assertThat(FlinkTables.createStatement(CATALOG, book, "k:9092", Map.of(), true)).endsWith("= 'k:9092',\n  'scan.bounded' = 'true'\n)");
  }

  @Test
  void a_declared_view_has_the_same_rule_and_columns_in_sql_for_teams_and_for_analysts() {
    Category ticks = CATALOG.category("market_tick");
    String flink = FlinkTables.createStatements(CATALOG, ticks, "k:9092", Map.of(), false).get(1).replace("`", "");
    String clickHouse = ClickHouseDeclaredView.statements(CATALOG, ticks).get(0);

    assertThat(flink).startsWith("CREATE VIEW trades ").endsWith("\nWHERE last_price_state IN ('LIVE', 'DELAYED', 'UNKNOWN')");
    assertThat(clickHouse).endsWith("\nWHERE last_price_state IN ('LIVE', 'DELAYED', 'UNKNOWN')");
    assertThat(shown(flink)).as("columns for teams").startsWith("symbol", "event_time", "source_system", "price", "price_unit", "price_state")
        .isEqualTo(Stream.concat(shown(clickHouse).stream(), Stream.of("event_time_ms")).toList());
    assertThat(FlinkTables.files(CATALOG).get("flink/market_tick.sql")).as("committed").contains("\n);\n\nCREATE VIEW `trades` COMMENT '");
    assertThat(FlinkTables.readable(ticks)).as("readable").containsExactly("market_tick", "trades");
  }

  /** Names of the columns of a SELECT that has a line a column. */
  private static List<String> shown(String statement) {
    String columns = statement.substring(statement.indexOf("AS SELECT\n") + "AS SELECT\n".length(), statement.indexOf("\nFROM "));
    return columns.lines().map(line -> line.strip().replaceAll(",$", "").replaceAll(".* AS ", "")).toList();
  }

  private static Topic topic(String name) {
    return KafkaTopics.of(CATALOG).stream().filter(topic -> topic.name().equals(name)).findFirst().orElseThrow();
  }

  private static JsonNode field(JsonNode schema, String name) {
    for (JsonNode field : schema.get("fields")) {
      if (field.get("name").asText().equals(name)) {
        return field;
      }
    }
    throw new AssertionError("no field " + name);
  }

  private static List<String> names(String schema) throws IOException {
    List<String> names = new ArrayList<>();
    json(schema).get("fields").forEach(field -> names.add(field.get("name").asText()));
    return names;
  }

  private static JsonNode json(String text) throws IOException {
    return new ObjectMapper().readTree(text);
  }
}
