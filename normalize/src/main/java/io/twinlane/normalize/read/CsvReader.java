package io.twinlane.normalize.read;

import io.twinlane.catalog.load.CsvLine;
import io.twinlane.normalize.Reasons;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads one line of a CSV file by the names in its header line. Values are trimmed; columns that no one declared are left alone. */
final class CsvReader implements RecordReader {
  private final Layout layout;
  private final int maxBytes;
  private final boolean lenient;
  private final CsvLine line = new CsvLine();
  private String header;
  private int[] slotOfPlace;
  private Unreadable headerWrong;

  /** {@code lenient} takes a header without some of the layout's columns: their cells stay absent. */
  CsvReader(Layout layout, int maxBytes, boolean lenient) {
    this.layout = layout;
    this.maxBytes = maxBytes;
    this.lenient = lenient;
  }

  @Override
  public Unreadable read(byte[] body, String headerLine, Cells cells) {
    cells.clear();
    Unreadable bytesWrong = Encodings.check(body, maxBytes);
    if (bytesWrong != null) {
      return bytesWrong;
    }
    if (headerLine == null) {
      return new Unreadable(Reasons.MISSING_COLUMN, "its file has no header line with the declared columns");
    }
    if (!headerLine.equals(header)) {
      readHeader(headerLine);
    }
    return headerWrong != null ? headerWrong : readLine(body, cells);
  }

  private Unreadable readLine(byte[] body, Cells cells) {
    if (!line.read(new String(body, StandardCharsets.UTF_8))) {
      return lineWrong();
    }
    if (line.size() != slotOfPlace.length) {
      return new Unreadable(Reasons.WRONG_COLUMN_COUNT,
          "it has " + line.size() + " columns. Allowed: " + slotOfPlace.length + ", as its header has");
    }
    for (int place = 0; place < slotOfPlace.length; place++) {
      if (slotOfPlace[place] >= 0) {
        cells.set(slotOfPlace[place], Kind.STRING, line.text(place));
      }
    }
    return null;
  }

  private Unreadable lineWrong() {
    return new Unreadable(line.cutOff() ? Reasons.TRUNCATED : Reasons.WRONG_COLUMN_COUNT, line.problem());
  }

  private void readHeader(String headerLine) {
    header = headerLine;
    headerWrong = line.read(headerLine) ? null : lineWrong();
    if (headerWrong != null) {
      return;
    }
    slotOfPlace = new int[line.size()];
    Cells seen = layout.newCells();
    seen.clear();
    for (int place = 0; place < slotOfPlace.length; place++) {
      Layout.Node node = layout.root().children.get(line.text(place));
      slotOfPlace[place] = node == null ? -1 : node.slot;
      if (node != null && !seen.set(node.slot, Kind.STRING, "")) {
        headerWrong = new Unreadable(Reasons.DUPLICATE_KEY, "the column " + line.text(place) + " stands twice in its header");
        return;
      }
    }
    long found = Arrays.stream(slotOfPlace).filter(slot -> slot >= 0).count();
    headerWrong = lenient || found == layout.root().children.size() ? null : missing(seen);
  }

  private Unreadable missing(Cells seen) {
    String names = String.join(", ", layout.columns().stream().filter(c -> c.kind(seen) == Kind.ABSENT)
        .map(ColumnCell::name).limit(10).toList());
    return new Unreadable(Reasons.MISSING_COLUMN, "its header lacks " + names);
  }
}
