package io.twinlane.kafka.table;

import java.util.stream.IntStream;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.table.connector.ChangelogMode;
import org.apache.flink.table.connector.source.DynamicTableSource;
import org.apache.flink.table.connector.source.ScanTableSource;
import org.apache.flink.table.connector.source.abilities.SupportsProjectionPushDown;
import org.apache.flink.table.connector.source.abilities.SupportsWatermarkPushDown;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.types.DataType;

/**
 * A category's rows for the planner. Only the columns that a query asks for are built, and watermarks are made for each Kafka partition: a
 * partition that is read ahead of another one does not make the other's rows late.
 */
final class CategoryTableSource implements ScanTableSource, SupportsProjectionPushDown, SupportsWatermarkPushDown {
  private final CategoryScan scan;
  private DataType produced;
  private int[] columns;
  private WatermarkStrategy<RowData> watermarks = WatermarkStrategy.noWatermarks();

  CategoryTableSource(CategoryScan scan, DataType physical) {
    this.scan = scan;
    this.produced = physical;
    this.columns = IntStream.range(0, DataType.getFieldCount(physical)).toArray();
  }

  @Override
  public ChangelogMode getChangelogMode() {
    return ChangelogMode.insertOnly();
  }

  @Override
  public ScanRuntimeProvider getScanRuntimeProvider(ScanContext context) {
    return new CategoryRowStream(scan, columns, watermarks, context.createTypeInformation(produced));
  }

  @Override
  public boolean supportsNestedProjection() {
    return false;
  }

  @Override
  public void applyProjection(int[][] projectedFields, DataType producedDataType) {
    int[] before = columns;
    columns = IntStream.range(0, projectedFields.length).map(i -> before[projectedFields[i][0]]).toArray();
    produced = producedDataType;
  }

  @Override
  public void applyWatermark(WatermarkStrategy<RowData> watermarkStrategy) {
    watermarks = watermarkStrategy;
  }

  @Override
  public DynamicTableSource copy() {
    CategoryTableSource copy = new CategoryTableSource(scan, produced);
    copy.columns = columns;
    copy.watermarks = watermarks;
    return copy;
  }

  @Override
  public String asSummaryString() {
    return "category " + scan.category().name();
  }
}
