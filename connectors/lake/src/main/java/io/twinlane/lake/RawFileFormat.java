package io.twinlane.lake;

import io.twinlane.normalize.RawMessage;
import io.twinlane.types.RowTypes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.file.src.FileSourceSplit;
import org.apache.flink.connector.file.src.reader.BulkFormat;
import org.apache.flink.connector.file.src.util.CheckpointedPosition;
import org.apache.flink.connector.file.src.util.IteratorResultIterator;

/** Reads whole files of raw messages, in batches that stay small when messages are large. */
final class RawFileFormat implements BulkFormat<RawMessage, FileSourceSplit> {
  private static final long serialVersionUID = 1L;
  private static final int BATCH_RECORDS = 500;
  private static final int BATCH_BYTES = 1 << 20;

  private final MessageReader.Opener opener;

  RawFileFormat(MessageReader.Opener opener) {
    this.opener = opener;
  }

  @Override
  public BulkFormat.Reader<RawMessage> createReader(Configuration config, FileSourceSplit split) throws IOException {
    return new Batches(opener.open(split.path()));
  }

  @Override
  public BulkFormat.Reader<RawMessage> restoreReader(Configuration config, FileSourceSplit split) throws IOException {
    Batches batches = new Batches(opener.open(split.path()));
    long read = split.getReaderPosition().map(CheckpointedPosition::getRecordsAfterOffset).orElse(0L);
    while (batches.read < read && batches.next() != null) {
      // passes over what was handed on before the checkpoint
    }
    return batches;
  }

  @Override
  public boolean isSplittable() {
    return false;
  }

  @Override
  public TypeInformation<RawMessage> getProducedType() {
    return RowTypes.RAW_MESSAGE;
  }

  private static final class Batches implements BulkFormat.Reader<RawMessage> {
    private final MessageReader messages;
    private long read;

    Batches(MessageReader messages) {
      this.messages = messages;
    }

    RawMessage next() throws IOException {
      RawMessage message = messages.next();
      read += message == null ? 0 : 1;
      return message;
    }

    @Override
    public RecordIterator<RawMessage> readBatch() throws IOException {
      long before = read;
      long bytes = 0;
      List<RawMessage> batch = new ArrayList<>();
      while (batch.size() < BATCH_RECORDS && bytes < BATCH_BYTES) {
        RawMessage message = next();
        if (message == null) {
          break;
        }
        batch.add(message);
        bytes += message.body().length;
      }
      return batch.isEmpty() ? null : new IteratorResultIterator<>(batch.iterator(), CheckpointedPosition.NO_OFFSET, before);
    }

    @Override
    public void close() throws IOException {
      messages.close();
    }
  }
}
