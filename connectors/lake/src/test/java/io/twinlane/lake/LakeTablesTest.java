package io.twinlane.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.Category;
import io.twinlane.catalog.Dtype;
import io.twinlane.catalog.Field;
import io.twinlane.catalog.derive.IcebergSchemas;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.jdbc.JdbcCatalog;
import org.apache.iceberg.rest.RESTSerializers;
import org.apache.iceberg.rest.requests.CreateTableRequest;
import org.apache.iceberg.shaded.com.fasterxml.jackson.annotation.JsonAutoDetect;
import org.apache.iceberg.shaded.com.fasterxml.jackson.annotation.PropertyAccessor;
import org.apache.iceberg.shaded.com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.iceberg.shaded.com.fasterxml.jackson.databind.PropertyNamingStrategies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LakeTablesTest {
  private static final TableIdentifier TICKS = TableIdentifier.of("silver", "market_tick");

  @TempDir
  private Path dir;

  @Test
  void every_declared_table_is_there_partitioned_by_date_and_described() {
    try (JdbcCatalog lake = LakeCatalog.open(TestLake.create(dir))) {
      assertThat(lake.listTables(Namespace.of("bronze"))).as("bronze").hasSize(TestLake.CATALOG.sources().size());
      assertThat(lake.listTables(Namespace.of("silver"))).as("silver").hasSize(2 * TestLake.CATALOG.categories().size());
      Table ticks = lake.loadTable(TICKS);
      assertThat(ticks.spec().toString()).as("partition").contains("dt: identity(1)");
      assertThat(ticks.properties()).as("comment").containsKey("comment").containsEntry("write.parquet.compression-codec", "zstd");
      assertThat(ticks.schema().findField("last_price").doc()).as("doc").isEqualTo("Price of the last trade");
    }
  }

  @Test
  void creating_them_again_changes_nothing() {
    LakeConfig config = TestLake.create(dir);
    String before = location(config);
    LakeTables.create(config, TestLake.CATALOG);
    assertThat(location(config)).as("metadata file").isEqualTo(before);
  }

  @Test
  void a_field_that_the_catalog_gained_is_added_without_touching_the_others() {
    LakeConfig config = TestLake.create(dir);
    int before;
    try (JdbcCatalog lake = LakeCatalog.open(config)) {
      before = lake.loadTable(TICKS).schema().findField("ingest_time").fieldId();
    }
    LakeTables.create(config, withFieldAdded());
    try (JdbcCatalog lake = LakeCatalog.open(config)) {
      Schema schema = lake.loadTable(TICKS).schema();
      assertThat(schema.findField("mark_price").type()).as("new column").hasToString("decimal(24, 12)");
      assertThat(schema.findField("ingest_time").fieldId()).as("id of an old column").isEqualTo(before);
    }
  }

  @Test
  void another_type_is_refused_before_anything_is_changed() {
    LakeConfig config = TestLake.create(dir);
    String before = location(config);
    List<Field> fields = new ArrayList<>(TestLake.CATALOG.category("market_tick").fields());
    fields.replaceAll(field -> field.name().equals("last_price")
        ? new Field("last_price", Dtype.decimal(24, 8), "varies", false, "Coarser") : field);
    assertThatThrownBy(() -> LakeTables.create(config, with(fields))).hasMessage("Cannot use table silver.market_tick of the lake: last_price is"
        + " decimal(24, 12), declared is decimal(24, 8). Give the field a new name instead");
    assertThat(location(config)).as("metadata file").isEqualTo(before);
  }

  @Test
  void each_derived_file_is_a_request_that_icebergs_rest_catalog_takes() throws Exception {
    ObjectMapper rest = new ObjectMapper();
    rest.setVisibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY);
    rest.setPropertyNamingStrategy(new PropertyNamingStrategies.KebabCaseStrategy());
    RESTSerializers.registerAll(rest);
    for (String request : IcebergSchemas.files(TestLake.CATALOG).values()) {
      CreateTableRequest table = rest.readValue(request, CreateTableRequest.class);
      table.validate();
      assertThat(table.spec().fields().get(0).name()).as("partition of " + table.name()).isEqualTo("dt");
    }
  }

  private static String location(LakeConfig config) {
    try (JdbcCatalog lake = LakeCatalog.open(config)) {
      return ((org.apache.iceberg.BaseTable) lake.loadTable(TICKS)).operations().current().metadataFileLocation();
    }
  }

  private static Catalog withFieldAdded() {
    List<Field> fields = new ArrayList<>(TestLake.CATALOG.category("market_tick").fields());
    fields.add(3, new Field("mark_price", Dtype.decimal(24, 12), "varies", false, "Mark price"));
    return with(fields);
  }

  private static Catalog with(List<Field> fields) {
    Catalog catalog = TestLake.CATALOG;
    Category ticks = catalog.category("market_tick");
    Category wider = new Category(
        ticks.name(), ticks.description(), ticks.identifier(), ticks.timestamp(), ticks.keys(), ticks.retention(), fields);
    return new Catalog(catalog.platform(), catalog.states(), catalog.units(), List.of(wider), catalog.sources(), catalog.teams(),
        catalog.computations(), catalog.instruments(), catalog.reasons());
  }
}
