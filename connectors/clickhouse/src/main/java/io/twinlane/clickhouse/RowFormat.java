package io.twinlane.clickhouse;

import io.twinlane.catalog.derive.TableColumn;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/** How rows of one kind lie in one table. */
interface RowFormat<T> extends Serializable {
  String table();

  /** The columns of an insert, in the order in which {@link #write} writes them. */
  List<TableColumn> columns();

  /** Throws a RuntimeException that says why when the row does not fit the table. */
  void write(T row, RowBinaryOutput out);

  T read(RowBinaryInput in) throws IOException;

  /** How rows that are not acknowledged yet lie in a checkpoint, which a later catalog may have to read. */
  SimpleVersionedSerializer<List<T>> kept();

  /** When the row's raw message reached the platform, in microseconds UTC. */
  long ingestTime(T row);

  /** How many bytes of the heap the row takes at most. */
  long heapBytes(T row);

  /** Whether the message that the row came from is whole with it. */
  default boolean endsMessage(T row) {
    return true;
  }

  /** The message that the row came from. */
  default MessageId message(T row) {
    throw new UnsupportedOperationException("Cannot tell the message of a row in " + table() + ": there every row stands alone");
  }

  /** A raw message, by where it is. */
  record MessageId(String origin, long offset) {}
}
