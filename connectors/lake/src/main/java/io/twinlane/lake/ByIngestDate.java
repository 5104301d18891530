package io.twinlane.lake;

import io.twinlane.normalize.RawMessage;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.streaming.api.functions.sink.filesystem.BucketAssigner;
import org.apache.flink.streaming.api.functions.sink.filesystem.bucketassigners.SimpleVersionedStringSerializer;

/** Puts an archived message into the folder of the day on which it reached the platform. */
final class ByIngestDate implements BucketAssigner<RawMessage, String> {
  private static final long serialVersionUID = 1L;

  @Override
  public String getBucketId(RawMessage message, Context context) {
    return IngestDate.folder(message.ingestTime());
  }

  @Override
  public SimpleVersionedSerializer<String> getSerializer() {
    return SimpleVersionedStringSerializer.INSTANCE;
  }
}
