package io.twinlane.catalog.derive;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.Category;
import io.twinlane.catalog.Column;
import io.twinlane.catalog.Dtype;
import io.twinlane.catalog.Field;
import io.twinlane.catalog.Instruments;
import io.twinlane.catalog.MessageRule;
import io.twinlane.catalog.NumberSigns;
import io.twinlane.catalog.Platform;
import io.twinlane.catalog.Records;
import io.twinlane.catalog.Source;
import io.twinlane.catalog.State;
import io.twinlane.catalog.States;
import io.twinlane.catalog.TopicDeclarations;
import io.twinlane.catalog.TopicSettings;
import io.twinlane.catalog.Unit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class IcebergSchemasTest {
  private static final Duration DAY = Duration.ofDays(1);
  private static final Category CATEGORY = new Category("quote", "A \"quote\"", "symbol", "event_time", List.of("symbol"), DAY, List.of(
      new Field("symbol", Dtype.STRING, "none", true, "The symbol"),
      new Field("event_time", Dtype.TIMESTAMP, "1_us", true, "When"),
      new Field("price", Dtype.decimal(24, 12), "varies", false, "Price")));
  private static final Source SOURCE = new Source("feed", 1, "A feed", Source.Lane.LIVE, "websocket", "ticks", Source.Format.CSV, Records.NONE,
      null, List.of(column("Traders_Tot__Rept_All"), column("Report_Date_as_YYYY-MM-DD")), List.of(),
      List.of(new MessageRule("all", null, "quote", List.of(), false, null, List.of(),
          NumberSigns.PLAIN, List.of(), List.of(), null)));
  private static final Catalog CATALOG = new Catalog(
      new Platform("bronze", "silver", "realtime", TopicDeclarations.ofAll(TopicSettings.onOneBroker(2, DAY)), 1, 1, DAY, DAY, 128),
      new States(List.of(new State("MISSING", "No value"))),
      List.of(new Unit("us", "Microsecond")), List.of(CATEGORY), List.of(SOURCE), List.of(), List.of(),
      new Instruments(List.of()), List.of());

  private static Column column(String name) {
    return new Column(name, List.of(name), false, List.of(), "As \u00fcblich");
  }

  private static JsonNode fields(IcebergSchemas.Table table) throws Exception {
    return new ObjectMapper().readTree(table.schema()).get("fields");
  }

  private static List<String> texts(JsonNode fields, String key) {
    List<String> texts = new ArrayList<>();
    fields.forEach(field -> texts.add(field.path(key).asText()));
    return texts;
  }

  @Test
  void every_field_of_silver_has_its_dtype_unit_and_state_beside_it() throws Exception {
    assertThat(texts(fields(IcebergSchemas.silver(CATALOG, CATEGORY)), "name")).as("silver columns").containsExactly(
        "dt", "symbol", "symbol_dtype", "symbol_unit", "symbol_state", "event_time", "event_time_dtype", "event_time_unit",
        "event_time_state", "price", "price_dtype", "price_unit", "price_state", "source_system", "origin", "origin_offset", "row_index",
        "mapping_version", "merged_from", "ingest_time");
  }

  @Test
  void types_are_exact_and_only_the_value_and_its_unit_may_be_missing() throws Exception {
    JsonNode fields = fields(IcebergSchemas.silver(CATALOG, CATEGORY));
    assertThat(texts(fields, "type").subList(9, 13)).as("price").containsExactly("decimal(24, 12)", "string", "string", "string");
    assertThat(texts(fields, "required").subList(9, 13)).as("price").containsExactly("false", "true", "false", "true");
    assertThat(fields.get(5).get("type").asText()).as("event_time").isEqualTo("timestamptz");
  }

  @Test
  void descriptions_and_units_become_column_docs() throws Exception {
    assertThat(texts(fields(IcebergSchemas.silver(CATALOG, CATEGORY)), "doc")).as("docs").contains(
        "Price", "Unit of event_time, always 1_us (Microsecond)", "State of price: one of MISSING", "Unit of symbol: none");
  }

  @Test
  void bronze_keeps_the_published_names_and_puts_times_first() throws Exception {
    JsonNode fields = fields(IcebergSchemas.bronze(CATALOG, SOURCE));
    assertThat(texts(fields, "name")).as("bronze columns").containsExactly(
        "dt", "origin", "origin_offset", "receive_time", "ingest_time", "Traders_Tot__Rept_All", "Report_Date_as_YYYY-MM-DD", "raw",
        "raw_bytes", "header");
    assertThat(fields.get(5).get("doc").asText()).as("doc").isEqualTo("As \u00fcblich");
  }

  @Test
  void a_file_for_each_table_is_a_create_table_request() throws Exception {
    var files = IcebergSchemas.files(CATALOG);
    assertThat(files.keySet()).as("files").containsExactly(
        "iceberg/bronze.feed_ticks.json", "iceberg/silver.quote.json", "iceberg/silver.quote_unqualified.json");
    JsonNode request = new ObjectMapper().readTree(files.get("iceberg/silver.quote.json"));
    assertThat(request.at("/partition-spec/fields/0/transform").asText()).as("partition").isEqualTo("identity");
    assertThat(request.at("/properties/comment").asText()).as("comment").isEqualTo("A \"quote\"");
  }
}
