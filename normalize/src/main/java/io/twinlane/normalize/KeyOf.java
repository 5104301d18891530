package io.twinlane.normalize;

import io.twinlane.catalog.Instruments;
import io.twinlane.catalog.Source;
import io.twinlane.normalize.program.IdentifierProgram;
import io.twinlane.normalize.program.UsedColumns;
import io.twinlane.normalize.read.Cells;
import io.twinlane.normalize.read.Layout;
import io.twinlane.normalize.read.RecordReader;
import java.util.List;

/** The key of a raw message in its raw topic: the source's own identifier text. For one thread. */
public final class KeyOf {
  private final IdentifierProgram identifier;
  private final RecordReader reader;
  private final Cells cells;

  public KeyOf(Source source, int maxRecordBytes) {
    Layout layout = new Layout(UsedColumns.ofIdentifier(source));
    identifier = new IdentifierProgram(source, layout, new Instruments(List.of()));
    reader = source.identifier() == null ? null : RecordReader.of(source, layout, maxRecordBytes, false);
    cells = layout.newCells();
  }

  /** The identifier's text; null when the message has none or cannot be read. Never throws. */
  public String keyOf(byte[] body) {
    return reader == null || reader.read(body, null, cells) != null ? null : identifier.text(cells);
  }
}
