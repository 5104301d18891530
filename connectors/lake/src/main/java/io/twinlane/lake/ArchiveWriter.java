package io.twinlane.lake;

import io.twinlane.normalize.RawMessage;
import java.io.IOException;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.flink.api.common.serialization.BulkWriter;
import org.apache.flink.core.fs.FSDataOutputStream;

/** Writes one Avro container file of raw messages. */
final class ArchiveWriter implements BulkWriter<RawMessage> {
  private static final int FASTEST = 1;

  private final DataFileWriter<GenericRecord> writer;

  ArchiveWriter(FSDataOutputStream stream) throws IOException {
    writer = new DataFileWriter<>(new GenericDatumWriter<GenericRecord>(ArchiveSchema.SCHEMA));
    writer.setCodec(CodecFactory.deflateCodec(FASTEST));
    writer.create(ArchiveSchema.SCHEMA, stream);
  }

  @Override
  public void addElement(RawMessage message) throws IOException {
    writer.append(ArchiveSchema.write(message));
  }

  @Override
  public void flush() throws IOException {
    writer.flush();
  }

  /** Ends the file; the stream stays open for Flink to close. */
  @Override
  public void finish() throws IOException {
    writer.flush();
  }

  /** Opens a writer for each new file. */
  static final class Factory implements BulkWriter.Factory<RawMessage> {
    private static final long serialVersionUID = 1L;

    @Override
    public BulkWriter<RawMessage> create(FSDataOutputStream stream) throws IOException {
      return new ArchiveWriter(stream);
    }
  }
}
