package io.twinlane.jobs.bronze;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.Source;
import io.twinlane.catalog.derive.IcebergSchemas;
import io.twinlane.jobs.operators.BatchMode;
import io.twinlane.lake.LakeConfig;
import io.twinlane.lake.LakeTable;
import io.twinlane.lake.LandedFiles;
import io.twinlane.lake.RawArchive;
import io.twinlane.normalize.RawMessage;
import io.twinlane.types.RowTypes;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.connector.file.src.FileSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.table.data.RowData;

/**
 * bronze-&lt;source&gt;, in batch mode: a source's raw files become its bronze table, every record kept, readable or not. A second run
 * replaces the dates that it touches; a date whose raw files are gone stays as it was.
 */
public final class BronzeJob {
  private BronzeJob() {}

  /** Raw messages of one source, perhaps some of them twice. */
  public record Inputs(DataStream<RawMessage> raw) {}

  /** The source's bronze table. */
  public record Outputs(LakeTable table) {}

  public static String name(Source source) {
    return "bronze-" + source.name();
  }

  public static void define(Inputs inputs, Outputs outputs, Source source, int maxRecordBytes) {
    DataStream<RowData> rows = once(inputs.raw(), source)
        .map(new FlattenColumns(source, maxRecordBytes, outputs.table().layout())).returns(outputs.table().rowType())
        .name("flatten-columns").uid("flatten-columns");
    outputs.table().overwrite(rows, "write-bronze");
  }

  /** An archive that was begun anew holds messages twice; a landed file never does. */
  private static DataStream<RawMessage> once(DataStream<RawMessage> raw, Source source) {
    if (!source.live()) {
      return raw;
    }
    return raw.keyBy(message -> message.origin() + '@' + message.originOffset())
        .process(new KeepFirst(), RowTypes.RAW_MESSAGE).name("keep-first").uid("keep-first");
  }

  /**
   * Runs the job to its end.
   *
   * @return records in the raw files, each counted once
   */
  public static long run(StreamExecutionEnvironment env, Catalog catalog, Source source, LakeConfig lake) throws Exception {
    BatchMode.use(env);
    FileSource<RawMessage> files = source.live() ? RawArchive.source(lake, source) : LandedFiles.source(lake, source);
    DataStream<RawMessage> raw =
        env.fromSource(files, WatermarkStrategy.noWatermarks(), "read-files", RowTypes.RAW_MESSAGE).uid("read-files");
    LakeTable table = LakeTable.load(lake, IcebergSchemas.bronze(catalog, source).fullName());
    define(new Inputs(raw), new Outputs(table), source, catalog.platform().maxRecordBytes());
    return env.execute(name(source)).<Long>getAccumulatorResult(FlattenColumns.RECORDS);
  }
}
