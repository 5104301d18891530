package io.twinlane.lake;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.derive.IcebergSchemas;
import java.util.HashMap;
import java.util.Map;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.SchemaParser;
import org.apache.iceberg.TableProperties;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.jdbc.JdbcCatalog;

/** Brings the lake's tables to what the catalog declares: creates those that are missing, adds columns that are new. */
public final class LakeTables {
  private LakeTables() {}

  public static void create(LakeConfig config, Catalog declared) {
    try (JdbcCatalog lake = LakeCatalog.open(config)) {
      createNamespace(lake, declared.platform().bronzeNamespace());
      createNamespace(lake, declared.platform().silverNamespace());
      IcebergSchemas.tables(declared).forEach(table -> create(lake, table));
    }
  }

  private static void createNamespace(JdbcCatalog lake, String name) {
    Namespace namespace = Namespace.of(name);
    if (!lake.namespaceExists(namespace)) {
      lake.createNamespace(namespace);
    }
  }

  private static void create(JdbcCatalog lake, IcebergSchemas.Table declared) {
    TableIdentifier name = TableIdentifier.of(declared.namespace(), declared.name());
    Schema schema = SchemaParser.fromJson(declared.schema());
    if (!lake.tableExists(name)) {
      PartitionSpec byDate = PartitionSpec.builderFor(schema).identity("dt").build();
      lake.buildTable(name, schema).withPartitionSpec(byDate).withProperties(properties(declared)).create();
      return;
    }
    LakeTableChanges.of(declared.fullName(), lake.loadTable(name), schema).apply();
  }

  private static Map<String, String> properties(IcebergSchemas.Table declared) {
    Map<String, String> properties = new HashMap<>();
    properties.put("comment", declared.comment());
    properties.put(TableProperties.FORMAT_VERSION, "2");
    properties.put(TableProperties.PARQUET_COMPRESSION, "zstd");
    properties.put(TableProperties.COMMIT_NUM_RETRIES, "20");
    properties.put(TableProperties.METADATA_DELETE_AFTER_COMMIT_ENABLED, "true");
    properties.put(TableProperties.METADATA_PREVIOUS_VERSIONS_MAX, "20");
    // Messages may be megabytes: look after ten records, not a hundred, whether a row group is full.
    properties.put(TableProperties.PARQUET_ROW_GROUP_CHECK_MIN_RECORD_COUNT, "10");
    properties.put(TableProperties.PARQUET_ROW_GROUP_SIZE_BYTES, String.valueOf(32 << 20));
    return properties;
  }
}
