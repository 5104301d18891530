package io.twinlane.lake;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.Category;
import io.twinlane.catalog.derive.IcebergSchemas;
import io.twinlane.normalize.CategoryRow;
import io.twinlane.normalize.UnqualifiedRow;
import io.twinlane.types.RowTypes;
import java.util.List;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.table.data.RowData;

/** Reads a portion of a category's silver tables as they stand when the job starts, for the stores that are filled from there. */
public final class SilverSource {
  private SilverSource() {}

  public static DataStream<CategoryRow> rows(
      StreamExecutionEnvironment env, Catalog catalog, Category category, LakeConfig lake, LakePortion portion) {
    List<String> columns = SilverReader.columns(category, catalog.states());
    LakeTable table = LakeTable.load(lake, IcebergSchemas.silver(catalog, category).fullName());
    return read(env, table, columns, portion, "read-silver")
        .flatMap(new FromSilver(category, catalog.states(), portion, table.rowType(columns))).returns(RowTypes.CATEGORY_ROW)
        .name("from-silver").uid("from-silver");
  }

  public static DataStream<UnqualifiedRow> unqualified(
      StreamExecutionEnvironment env, Catalog catalog, Category category, LakeConfig lake, LakePortion portion) {
    List<String> columns = UnqualifiedReader.COLUMNS;
    LakeTable table = LakeTable.load(lake, IcebergSchemas.unqualified(catalog, category).fullName());
    return read(env, table, columns, portion, "read-unqualified")
        .flatMap(new FromUnqualified(portion, table.rowType(columns))).returns(RowTypes.UNQUALIFIED_ROW)
        .name("from-unqualified").uid("from-unqualified");
  }

  private static DataStream<RowData> read(
      StreamExecutionEnvironment env, LakeTable table, List<String> columns, LakePortion portion, String name) {
    return env
        .fromSource(table.source(columns, portion.files()), WatermarkStrategy.noWatermarks(), name, table.sourceType(columns))
        .uid(name);
  }
}
