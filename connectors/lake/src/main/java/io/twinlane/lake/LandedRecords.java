package io.twinlane.lake;

import io.twinlane.catalog.Source;
import io.twinlane.normalize.RawMessage;
import io.twinlane.normalize.RecordSplitter;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import org.apache.flink.core.fs.Path;

/** The records of one landed file; all were received when the file was landed. */
final class LandedRecords implements MessageReader {
  private final Iterator<RawMessage> records;

  private LandedRecords(Iterator<RawMessage> records) {
    this.records = records;
  }

  @Override
  public RawMessage next() {
    return records.hasNext() ? records.next() : null;
  }

  @Override
  public void close() {
    // the file was read whole
  }

  /** Splits files as the source's mapping says. */
  record Opener(Source source) implements MessageReader.Opener {
    @Override
    public MessageReader open(Path file) throws IOException {
      LandedPath path = LandedPath.parse(file.getPath());
      String origin = source.lakeFolder() + "/" + path;
      try (InputStream in = file.getFileSystem().open(file)) {
        return new LandedRecords(RecordSplitter.split(source, origin, in.readAllBytes(), path.micros(), path.micros()).iterator());
      }
    }
  }
}
