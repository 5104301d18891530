package io.twinlane.normalize;

import io.twinlane.catalog.Source;
import io.twinlane.normalize.read.Cells;
import io.twinlane.normalize.read.ColumnCell;
import io.twinlane.normalize.read.Layout;
import io.twinlane.normalize.read.RecordReader;

/** Flattens a raw message into its source's columns as texts, for bronze. Lists and objects keep their JSON text. For one thread. */
public final class Columns {
  private final Layout layout;
  private final RecordReader reader;
  private final Cells cells;

  public Columns(Source source, int maxRecordBytes) {
    layout = new Layout(source.columns());
    reader = RecordReader.of(source, layout, maxRecordBytes, true);
    cells = layout.newCells();
  }

  /** The texts in column order; null where the message has no value. All null when it cannot be read. Never throws. */
  public String[] flatten(RawMessage message) {
    String[] texts = new String[layout.columns().size()];
    if (reader.read(message.body(), message.header(), cells) == null) {
      int i = 0;
      for (ColumnCell column : layout.columns()) {
        texts[i++] = column.text(cells);
      }
    }
    return texts;
  }
}
