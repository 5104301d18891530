package io.twinlane.lake;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.Category;
import io.twinlane.catalog.derive.IcebergSchemas;
import io.twinlane.normalize.CategoryRow;
import io.twinlane.normalize.UnqualifiedRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.flink.TableLoader;
import org.apache.iceberg.io.CloseableIterable;

/** Reads silver tables without a Flink job, row by row: memory does not grow with the table. */
public final class Silver {
  private final LakeConfig config;
  private final Catalog catalog;

  public Silver(LakeConfig config, Catalog catalog) {
    this.config = config;
    this.catalog = catalog;
  }

  /** Hands over every row of a category, in no order. */
  public void rows(Category category, Consumer<CategoryRow> each) {
    SilverReader reader = new SilverReader(category, catalog.states());
    read(IcebergSchemas.silver(catalog, category), SilverReader.columns(category, catalog.states()),
        record -> each.accept(reader.row(LakeCells.of(record))));
  }

  /** Hands over every unqualified row that is kept with a category, in no order. */
  public void unqualified(Category category, Consumer<UnqualifiedRow> each) {
    read(IcebergSchemas.unqualified(catalog, category), UnqualifiedReader.COLUMNS,
        record -> each.accept(UnqualifiedReader.row(LakeCells.of(record))));
  }

  public long count(Category category) {
    return count(IcebergSchemas.silver(catalog, category));
  }

  public long countUnqualified(Category category) {
    return count(IcebergSchemas.unqualified(catalog, category));
  }

  private void read(IcebergSchemas.Table declared, List<String> columns, Consumer<Record> each) {
    try (TableLoader loader = LakeCatalog.table(config, declared.fullName())) {
      loader.open();
      Table table = loader.loadTable();
      try (CloseableIterable<Record> records = IcebergGenerics.read(table).project(LakeTable.project(table, columns)).build()) {
        records.forEach(each);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read table " + declared.fullName() + ": " + e.getMessage(), e);
    }
  }

  private long count(IcebergSchemas.Table declared) {
    try (TableLoader loader = LakeCatalog.table(config, declared.fullName())) {
      loader.open();
      try (CloseableIterable<FileScanTask> files = loader.loadTable().newScan().planFiles()) {
        long count = 0;
        for (FileScanTask file : files) {
          count += file.file().recordCount();
        }
        return count;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot count table " + declared.fullName() + ": " + e.getMessage(), e);
    }
  }
}
