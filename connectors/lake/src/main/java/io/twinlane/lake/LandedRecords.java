package io.twinlane.lake;

import io.twinlane.catalog.Source;
import io.twinlane.normalize.RawMessage;
import io.twinlane.normalize.RecordSplitter;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.Optional;
import org.apache.flink.core.fs.FileSystem;
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
      byte[] bytes = bytes(file, origin);
      return new LandedRecords(RecordSplitter.split(source, origin, bytes, path.micros(), path.micros()).iterator());
    }

    /** A file that came into the lake past {@link LandedFiles} may be of any size. */
    private static byte[] bytes(Path file, String origin) throws IOException {
      FileSystem lake = file.getFileSystem();
      long size = lake.getFileStatus(file).getLen();
      Optional<String> problem = LandedFiles.problemOfSize(size);
      if (problem.isPresent()) {
        throw new IOException("Cannot read " + origin + ": " + problem.get());
      }
      byte[] bytes = new byte[(int) size];
      try (InputStream in = lake.open(file)) {
        if (in.readNBytes(bytes, 0, bytes.length) < bytes.length) {
          throw new IOException("Cannot read " + origin + ": it became shorter while it was read");
        }
      }
      return bytes;
    }
  }
}
