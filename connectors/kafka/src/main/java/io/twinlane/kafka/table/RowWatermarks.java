package io.twinlane.kafka.table;

import io.twinlane.types.PlacedRow;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkGeneratorSupplier;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.table.data.RowData;

/** The watermarks that a statement declares, made from category rows where they are read. */
record RowWatermarks(WatermarkStrategy<RowData> declared, RowColumns columns) implements WatermarkStrategy<PlacedRow> {
  @Override
  public WatermarkGenerator<PlacedRow> createWatermarkGenerator(WatermarkGeneratorSupplier.Context context) {
    WatermarkGenerator<RowData> generator = declared.createWatermarkGenerator(context);
    return new WatermarkGenerator<>() {
      @Override
      public void onEvent(PlacedRow placed, long timestamp, WatermarkOutput output) {
        if (placed.row() != null) {
          generator.onEvent(columns.map(placed.row()), timestamp, output);
        }
      }

      @Override
      public void onPeriodicEmit(WatermarkOutput output) {
        generator.onPeriodicEmit(output);
      }
    };
  }
}
