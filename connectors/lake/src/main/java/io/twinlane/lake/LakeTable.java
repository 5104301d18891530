package io.twinlane.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamSink;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.runtime.typeutils.InternalTypeInfo;
import org.apache.flink.table.types.logical.RowType;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DeleteFiles;
import org.apache.iceberg.DistributionMode;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.expressions.Expression;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.types.Types;
import org.apache.iceberg.flink.FlinkSchemaUtil;
import org.apache.iceberg.flink.TableLoader;
import org.apache.iceberg.flink.sink.IcebergSink;
import org.apache.iceberg.flink.source.IcebergSource;
import org.apache.iceberg.io.CloseableIterable;

/** One Iceberg table of the lake as bounded source and as sink of Flink rows. */
public final class LakeTable {
  private final TableLoader loader;
  private final Table table;

  private LakeTable(TableLoader loader, Table table) {
    this.loader = loader;
    this.table = table;
  }

  /** Loads a table by its full name, {@code bronze.ib_smd}. */
  public static LakeTable load(LakeConfig config, String fullName) {
    TableLoader loader = LakeCatalog.table(config, fullName);
    try (TableLoader opened = loader.clone()) {
      opened.open();
      return new LakeTable(loader, opened.loadTable());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot close table " + fullName + ": " + e.getMessage(), e);
    }
  }

  /** What rows that are written must be laid out by. */
  public TableLayout layout() {
    return new TableLayout(table.name(), table.schema().columns().stream().map(Types.NestedField::name).toList());
  }

  /** Flink's type of a whole row. */
  public TypeInformation<RowData> rowType() {
    return InternalTypeInfo.of(FlinkSchemaUtil.convert(table.schema()));
  }

  /** Reads the table as it stands when the job starts; rows hold the given columns in the given order. */
  public IcebergSource<RowData> source(List<String> columns) {
    return source(columns, Expressions.alwaysTrue());
  }

  /** The same, without the files that hold no row of which the condition is true. */
  IcebergSource<RowData> source(List<String> columns, Expression condition) {
    return IcebergSource.forRowData().tableLoader(loader).project(projection(columns)).filters(List.of(condition)).streaming(false)
        .build();
  }

  /** Type of the rows that {@link #source} gives. */
  public TypeInformation<RowData> sourceType(List<String> columns) {
    return InternalTypeInfo.of(rowType(columns));
  }

  RowType rowType(List<String> columns) {
    return FlinkSchemaUtil.convert(projection(columns));
  }

  /** Replaces the dates that the rows touch when the job ends; other dates stay. In batch mode only. */
  public DataStreamSink<RowData> overwrite(DataStream<RowData> rows, String uid) {
    return IcebergSink.forRowData(rows)
        .table(table)
        .tableLoader(loader)
        .overwrite(true)
        .distributionMode(DistributionMode.NONE)
        .uidSuffix(uid)
        .append();
  }

  /** Marks the table as it stands, for {@link #removeOlder}. */
  public static long mark(LakeConfig config, String fullName) {
    return withTable(config, fullName, table -> table.currentSnapshot() == null ? 0 : table.currentSnapshot().sequenceNumber());
  }

  /**
   * Removes every row that was there at the mark: what an overwrite since then has not replaced, it did not give any more.
   *
   * @return how many rows
   */
  public static long removeOlder(LakeConfig config, String fullName, long mark) {
    return withTable(config, fullName, table -> {
      List<DataFile> old = filesUpTo(table, mark);
      if (!old.isEmpty()) {
        DeleteFiles delete = table.newDelete();
        old.forEach(delete::deleteFile);
        delete.commit();
      }
      return old.stream().mapToLong(DataFile::recordCount).sum();
    });
  }

  private static List<DataFile> filesUpTo(Table table, long mark) throws IOException {
    List<DataFile> files = new ArrayList<>();
    try (CloseableIterable<FileScanTask> tasks = table.newScan().planFiles()) {
      for (FileScanTask task : tasks) {
        if (task.file().dataSequenceNumber() <= mark) {
          files.add(task.file());
        }
      }
    }
    return files;
  }

  private static long withTable(LakeConfig config, String fullName, TableCall call) {
    try (TableLoader loader = LakeCatalog.table(config, fullName)) {
      loader.open();
      return call.on(loader.loadTable());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the files of table " + fullName + ": " + e.getMessage(), e);
    }
  }

  /** What is done with an opened table. */
  @FunctionalInterface
  private interface TableCall {
    long on(Table table) throws IOException;
  }

  private Schema projection(List<String> columns) {
    return project(table, columns);
  }

  static Schema project(Table table, List<String> columns) {
    return new Schema(columns.stream().map(column -> {
      if (table.schema().findField(column) == null) {
        throw new IllegalStateException("Cannot read " + table.name() + ": it has no column " + column
            + ". ./twinlane up and ./twinlane run bring it to the catalog of today");
      }
      return table.schema().findField(column);
    }).toList());
  }
}
