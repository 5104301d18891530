package io.twinlane.normalize;

import io.twinlane.catalog.Source;
import io.twinlane.normalize.split.CsvRecords;
import io.twinlane.normalize.split.JsonRecords;
import io.twinlane.normalize.split.SplitFile;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * Takes a landed file apart into its records, byte for byte as they stand in it: lines of a CSV file below its header, elements of the list
 * that a JSON source's {@code records} path leads to. A file that cannot be taken apart becomes one record, number 0, that holds all of it,
 * so that normalize refuses it whole and nothing of it vanishes; a page that tells of more records than it holds is a record behind them.
 */
public final class RecordSplitter {
  private RecordSplitter() {}

  /** The records of a file, numbered from 0; bodies are cut out one at a time. Receive and ingest time are the file's. */
  public static Iterable<RawMessage> split(Source source, String origin, byte[] file, long receiveTime, long ingestTime) {
    SplitFile records = switch (source.format()) {
      case CSV -> CsvRecords.split(file, source.columns());
      case JSON -> JsonRecords.split(file, source.records());
    };
    return () -> new Records(records, origin, receiveTime, ingestTime);
  }

  /** Walks through the pieces of a file. */
  private static final class Records implements Iterator<RawMessage> {
    private final SplitFile file;
    private final String origin;
    private final long receiveTime;
    private final long ingestTime;
    private int next;

    Records(SplitFile file, String origin, long receiveTime, long ingestTime) {
      this.file = file;
      this.origin = origin;
      this.receiveTime = receiveTime;
      this.ingestTime = ingestTime;
    }

    @Override
    public boolean hasNext() {
      return next < file.size();
    }

    @Override
    public RawMessage next() {
      if (!hasNext()) {
        throw new NoSuchElementException("Cannot read record " + next + " of " + origin + ": it has " + file.size());
      }
      int record = next++;
      return new RawMessage(origin, record, receiveTime, ingestTime, file.body(record), file.header(record));
    }
  }
}
