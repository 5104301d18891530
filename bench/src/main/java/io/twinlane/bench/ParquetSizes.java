package io.twinlane.bench;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.Category;
import io.twinlane.lake.LakeCatalog;
import io.twinlane.lake.LakeConfig;
import io.twinlane.lake.LakeTables;
import io.twinlane.lake.SilverRowEncoder;
import io.twinlane.lake.TableLayout;
import io.twinlane.normalize.CategoryRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.types.logical.RowType;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.flink.FlinkSchemaUtil;
import org.apache.iceberg.flink.data.FlinkParquetWriters;
import org.apache.iceberg.flink.data.RowDataProjection;
import org.apache.iceberg.io.FileAppender;
import org.apache.iceberg.jdbc.JdbcCatalog;
import org.apache.iceberg.parquet.Parquet;
import org.apache.iceberg.types.Types.NestedField;

/** What category rows take in a Parquet file with the schema and the properties of their silver table. */
final class ParquetSizes {
  private final Catalog catalog;
  private final Path folder;
  private final LakeConfig lake;

  ParquetSizes(Catalog catalog, Path folder) {
    this.catalog = catalog;
    this.folder = folder;
    lake = LakeConfig.local(folder);
    LakeTables.create(lake, catalog);
  }

  StoreSize size(Category category, List<CategoryRow> rows) throws IOException {
    try (JdbcCatalog tables = LakeCatalog.open(lake)) {
      Table silver = tables.loadTable(TableIdentifier.of(catalog.platform().silverNamespace(), category.name()));
      Set<String> meta = MetaColumns.of(category);
      Schema bare = new Schema(silver.schema().columns().stream().filter(column -> !meta.contains(column.name())).toList());
      return new StoreSize("Parquet, zstd, as silver writes it", category.name(), rows.size(),
          (double) written(silver, bare, category, rows) / rows.size(),
          (double) written(silver, silver.schema(), category, rows) / rows.size());
    }
  }

  /** Bytes of a file with the given columns. */
  private long written(Table silver, Schema columns, Category category, List<CategoryRow> rows) throws IOException {
    Path file = Files.createTempFile(folder, category.name(), ".parquet");
    RowType type = FlinkSchemaUtil.convert(columns);
    SilverRowEncoder laidOut = new SilverRowEncoder(category, catalog.states(),
        new TableLayout(silver.name(), silver.schema().columns().stream().map(NestedField::name).toList()));
    RowDataProjection projection = RowDataProjection.create(silver.schema(), columns);
    FileAppender<RowData> appender = Parquet.write(org.apache.iceberg.Files.localOutput(file.toFile())).overwrite()
        .setAll(silver.properties()).schema(columns).named(category.name())
        .createWriterFunc(parquet -> FlinkParquetWriters.buildWriter(type, parquet)).build();
    try (appender) {
      for (CategoryRow row : rows) {
        appender.add(projection.wrap(laidOut.row(row)));
      }
    }
    return Files.size(file);
  }
}
