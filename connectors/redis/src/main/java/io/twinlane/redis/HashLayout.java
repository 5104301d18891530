package io.twinlane.redis;

import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.types.logical.LogicalTypeRoot;

/** How a row becomes a key and the fields of its hash, and the time that its latency is counted from. */
final class HashLayout implements Serializable {
  /** The column that says when the newest raw message behind a row reached the platform. */
  static final String INGEST_TIME = "ingest_time";
  static final long UNKNOWN = Long.MIN_VALUE;

  private static final long serialVersionUID = 1;

  private final String prefix;
  private final long ttlMillis;
  private final List<ColumnText> columns;
  private final int[] keys;
  private final int ingestTime;

  private HashLayout(String prefix, Duration ttl, List<ColumnText> columns, int[] keys, int ingestTime) {
    this.prefix = prefix;
    this.ttlMillis = ttl.toMillis();
    this.columns = columns;
    this.keys = keys;
    this.ingestTime = ingestTime;
  }

  static HashLayout of(String prefix, Duration ttl, List<DataTypes.Field> fields, int[] keys) {
    List<ColumnText> columns = new ArrayList<>();
    int ingestTime = -1;
    for (int i = 0; i < fields.size(); i++) {
      var type = fields.get(i).getDataType().getLogicalType();
      columns.add(ColumnText.of(i, fields.get(i).getName(), type));
      if (fields.get(i).getName().equals(INGEST_TIME) && type.is(LogicalTypeRoot.TIMESTAMP_WITH_LOCAL_TIME_ZONE)) {
        ingestTime = i;
      }
    }
    return new HashLayout(prefix, ttl, columns, keys, ingestTime);
  }

  String prefix() {
    return prefix;
  }

  long ttlMillis() {
    return ttlMillis;
  }

  String key(RowData row) {
    return KeyText.of(prefix, Arrays.stream(keys).mapToObj(i -> columns.get(i).of(row)).toArray(String[]::new));
  }

  /** Name and value of every column that has one. */
  String[] fields(RowData row) {
    List<String> fields = new ArrayList<>(2 * columns.size());
    for (ColumnText column : columns) {
      String text = column.of(row);
      if (text != null) {
        fields.add(column.name());
        fields.add(text);
      }
    }
    return fields.toArray(String[]::new);
  }

  /** Milliseconds since the epoch, or {@link #UNKNOWN}. */
  long ingestTime(RowData row) {
    return ingestTime < 0 || row.isNullAt(ingestTime) ? UNKNOWN : row.getTimestamp(ingestTime, 6).getMillisecond();
  }
}
