package io.twinlane.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamSink;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.runtime.typeutils.InternalTypeInfo;
import org.apache.iceberg.DistributionMode;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.flink.FlinkSchemaUtil;
import org.apache.iceberg.flink.TableLoader;
import org.apache.iceberg.flink.sink.IcebergSink;
import org.apache.iceberg.flink.source.IcebergSource;

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

  /** Flink's type of a whole row. */
  public TypeInformation<RowData> rowType() {
    return InternalTypeInfo.of(FlinkSchemaUtil.convert(table.schema()));
  }

  /** Reads the table as it stands when the job starts; rows hold the given columns in the given order. */
  public IcebergSource<RowData> source(List<String> columns) {
    return IcebergSource.forRowData().tableLoader(loader).project(projection(columns)).streaming(false).build();
  }

  /** Type of the rows that {@link #source} gives. */
  public TypeInformation<RowData> sourceType(List<String> columns) {
    return InternalTypeInfo.of(FlinkSchemaUtil.convert(projection(columns)));
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

  private Schema projection(List<String> columns) {
    return project(table, columns);
  }

  static Schema project(Table table, List<String> columns) {
    return new Schema(columns.stream().map(table.schema()::findField).toList());
  }
}
