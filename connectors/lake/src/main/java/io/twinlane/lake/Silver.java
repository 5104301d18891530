package io.twinlane.lake;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.Category;
import io.twinlane.catalog.derive.IcebergSchemas;
import io.twinlane.normalize.CategoryRow;
import io.twinlane.normalize.UnqualifiedRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.expressions.Expression;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.flink.TableLoader;
import org.apache.iceberg.io.CloseableIterable;

/** Reads silver tables without a Flink job, row by row: memory does not grow with the table. */
public final class Silver {
  private static final String DATE = "dt";
  private static final String ARRIVAL = "ingest_time";

  private final LakeConfig config;
  private final Catalog catalog;

  public Silver(LakeConfig config, Catalog catalog) {
    this.config = config;
    this.catalog = catalog;
  }

  /** Hands over every row of a category, in no order. */
  public void rows(Category category, Consumer<CategoryRow> each) {
    rows(category, Expressions.alwaysTrue(), each);
  }

  /** Hands over the rows that arrived between two times in microseconds, the second not included, in no order. */
  public void rows(Category category, long from, long to, Consumer<CategoryRow> each) {
    rows(category, arrived(from, to), each);
  }

  private void rows(Category category, Expression wanted, Consumer<CategoryRow> each) {
    SilverReader reader = new SilverReader(category, catalog.states());
    read(IcebergSchemas.silver(catalog, category), SilverReader.columns(category, catalog.states()), wanted,
        record -> each.accept(reader.row(LakeCells.of(record))));
  }

  /** Hands over every unqualified row that is kept with a category, in no order. */
  public void unqualified(Category category, Consumer<UnqualifiedRow> each) {
    unqualified(category, Expressions.alwaysTrue(), each);
  }

  /** Hands over the unqualified rows that arrived between two times in microseconds, the second not included, in no order. */
  public void unqualified(Category category, long from, long to, Consumer<UnqualifiedRow> each) {
    unqualified(category, arrived(from, to), each);
  }

  private void unqualified(Category category, Expression wanted, Consumer<UnqualifiedRow> each) {
    read(IcebergSchemas.unqualified(catalog, category), UnqualifiedReader.COLUMNS, wanted,
        record -> each.accept(UnqualifiedReader.row(LakeCells.of(record))));
  }

  /** Whole dates leave out what no file of theirs need be opened for. */
  private static Expression arrived(long from, long to) {
    Expression since = Expressions.and(
        Expressions.greaterThanOrEqual(DATE, IngestDate.of(from)), Expressions.greaterThanOrEqual(ARRIVAL, from));
    return to == Long.MAX_VALUE ? since
        : Expressions.and(since, Expressions.lessThanOrEqual(DATE, IngestDate.of(to)), Expressions.lessThan(ARRIVAL, to));
  }

  public long count(Category category) {
    return count(IcebergSchemas.silver(catalog, category));
  }

  public long countUnqualified(Category category) {
    return count(IcebergSchemas.unqualified(catalog, category));
  }

  /** Rows that arrived before a time in microseconds. */
  public long countBefore(Category category, long time) {
    return countBefore(IcebergSchemas.silver(catalog, category), time);
  }

  /** Unqualified rows that arrived before a time in microseconds. */
  public long countUnqualifiedBefore(Category category, long time) {
    return countBefore(IcebergSchemas.unqualified(catalog, category), time);
  }

  /** Files say how many rows they have: only those of the date itself are read. */
  private long countBefore(IcebergSchemas.Table declared, long time) {
    String date = IngestDate.of(time);
    AtomicLong ofDate = new AtomicLong();
    read(declared, List.of(ARRIVAL), Expressions.and(Expressions.equal(DATE, date), Expressions.lessThan(ARRIVAL, time)),
        record -> ofDate.incrementAndGet());
    return count(declared, Expressions.lessThan(DATE, date)) + ofDate.get();
  }

  private void read(IcebergSchemas.Table declared, List<String> columns, Expression wanted, Consumer<Record> each) {
    try (TableLoader loader = LakeCatalog.table(config, declared.fullName())) {
      loader.open();
      Table table = loader.loadTable();
      try (CloseableIterable<Record> records = IcebergGenerics.read(table).where(wanted)
          .project(LakeTable.project(table, columns)).build()) {
        records.forEach(each);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read table " + declared.fullName() + ": " + e.getMessage(), e);
    }
  }

  private long count(IcebergSchemas.Table declared) {
    return count(declared, Expressions.alwaysTrue());
  }

  private long count(IcebergSchemas.Table declared, Expression dates) {
    try (TableLoader loader = LakeCatalog.table(config, declared.fullName())) {
      loader.open();
      try (CloseableIterable<FileScanTask> files = loader.loadTable().newScan().filter(dates).planFiles()) {
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
