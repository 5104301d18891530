package io.twinlane.normalize.read;

import io.twinlane.catalog.Source;

/** Takes the bytes of a record apart into the cells of a layout. Not for use by several threads. */
public interface RecordReader {
  /** Fills the cells; returns null when the record is sound, else why it is not. Never throws. */
  Unreadable read(byte[] body, String header, Cells cells);

  /**
   * The reader of a source's format. {@code wholeText} reads for bronze: the JSON text of lists and objects is kept instead of taken apart,
   * and a CSV header may lack columns.
   */
  static RecordReader of(Source source, Layout layout, int maxBytes, boolean wholeText) {
    return switch (source.format()) {
      case JSON -> new JsonReader(layout, maxBytes, wholeText);
      case CSV -> new CsvReader(layout, maxBytes, wholeText);
    };
  }
}
