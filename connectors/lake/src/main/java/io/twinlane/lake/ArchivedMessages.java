package io.twinlane.lake;

import io.twinlane.normalize.RawMessage;
import java.io.IOException;
import org.apache.avro.file.DataFileStream;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.flink.core.fs.Path;

/** Reads one finished archive file, also one written with an older schema. */
final class ArchivedMessages implements MessageReader {
  private final DataFileStream<GenericRecord> records;

  private ArchivedMessages(DataFileStream<GenericRecord> records) {
    this.records = records;
  }

  static ArchivedMessages open(Path file) throws IOException {
    GenericDatumReader<GenericRecord> reader = new GenericDatumReader<>(null, ArchiveSchema.SCHEMA);
    return new ArchivedMessages(new DataFileStream<>(file.getFileSystem().open(file), reader));
  }

  /** How many messages a file holds, without reading them. */
  static long count(Path file) throws IOException {
    try (ArchivedMessages messages = open(file)) {
      long count = 0;
      while (messages.records.hasNext()) {
        count += messages.records.getBlockCount();
        messages.records.nextBlock();
      }
      return count;
    }
  }

  @Override
  public RawMessage next() {
    return records.hasNext() ? ArchiveSchema.read(records.next()) : null;
  }

  @Override
  public void close() throws IOException {
    records.close();
  }
}
