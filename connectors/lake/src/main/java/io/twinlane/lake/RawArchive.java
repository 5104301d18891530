package io.twinlane.lake;

import io.twinlane.catalog.Source;
import io.twinlane.normalize.RawMessage;
import org.apache.flink.connector.file.sink.FileSink;
import org.apache.flink.connector.file.src.FileSource;
import org.apache.flink.core.fs.Path;
import org.apache.flink.streaming.api.functions.sink.filesystem.OutputFileConfig;
import org.apache.flink.streaming.api.functions.sink.filesystem.rollingpolicies.OnCheckpointRollingPolicy;

/**
 * A live source's messages in the lake, exactly as received: Avro container files below {@code raw/<type>/<source>/<dataset>/dt=<date>},
 * each message once. A file is finished with the checkpoint that it was written before; readers see finished files only.
 */
public final class RawArchive {
  private RawArchive() {}

  public static FileSink<RawMessage> sink(LakeConfig config, Source source) {
    return FileSink.forBulkFormat(new Path(config.rawFolder(source)), new ArchiveWriter.Factory())
        .withBucketAssigner(new ByIngestDate())
        .withRollingPolicy(OnCheckpointRollingPolicy.build())
        .withOutputFileConfig(new OutputFileConfig(source.name(), ".avro"))
        .build();
  }

  /** Reads every finished file once, then ends. */
  public static FileSource<RawMessage> source(LakeConfig config, Source source) {
    return RawFiles.source(config.rawFolder(source), ArchivedMessages::open);
  }
}
