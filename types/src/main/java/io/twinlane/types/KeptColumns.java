package io.twinlane.types;

import io.twinlane.catalog.Dtype;
import io.twinlane.catalog.TechnicalColumn;
import io.twinlane.normalize.TechnicalByName;
import io.twinlane.normalize.TechnicalValues;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.apache.flink.types.StringValue;

/** Which technical columns kept rows were written with, in their order: a later release has others. */
record KeptColumns(List<Column> columns) {
  /** Those of the time when kept rows did not say. */
  static final KeptColumns UNSAID = new KeptColumns(List.of(
      new Column("source_system", true), new Column("origin", true), new Column("origin_offset", false), new Column("row_index", false),
      new Column("mapping_version", true), new Column("ingest_time", false)));

  static final KeptColumns TODAY = new KeptColumns(
      TechnicalColumn.ALL.stream().map(column -> new Column(column.name(), column.dtype().equals(Dtype.STRING))).toList());

  /** A column is a text or a number. */
  record Column(String name, boolean text) {}

  void write(DataOutputView target) throws IOException {
    target.writeByte(columns.size());
    for (Column column : columns) {
      target.writeUTF(column.name());
      target.writeBoolean(column.text());
    }
  }

  static KeptColumns read(DataInputView source) throws IOException {
    int count = source.readUnsignedByte();
    List<Column> columns = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      columns.add(new Column(source.readUTF(), source.readBoolean()));
    }
    return new KeptColumns(columns);
  }

  /** The technical values of the next row, as today's columns ask for them. */
  TechnicalValues.Input<RuntimeException> values(DataInputView source) throws IOException {
    Map<String, Object> values = new HashMap<>();
    for (Column column : columns) {
      values.put(column.name(), column.text() ? StringValue.readString(source) : (Object) source.readLong());
    }
    return new TechnicalByName(values::get);
  }
}
