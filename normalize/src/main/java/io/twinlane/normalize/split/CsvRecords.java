package io.twinlane.normalize.split;

import io.twinlane.catalog.Column;
import io.twinlane.catalog.load.CsvLine;
import io.twinlane.normalize.read.Utf8;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds the lines of a CSV file. Line ends are LF or CRLF; blank lines are skipped; a line end within quotes belongs to the value. A quote
 * that is never closed ends with its own line, so that it spoils no other.
 */
public final class CsvRecords {
  private final byte[] bytes;
  private int at;

  private CsvRecords(byte[] bytes, int start) {
    this.bytes = bytes;
    this.at = start;
  }

  /** The records below the header; the whole file when its first line names none of the columns. */
  public static SplitFile split(byte[] bytes, List<Column> columns) {
    CsvRecords lines = new CsvRecords(bytes, ByteOrderMark.length(bytes));
    int[] first = lines.next();
    String header = first == null ? null : header(bytes, first, columns);
    if (header == null) {
      return SplitFile.whole(bytes);
    }
    SplitFile file = new SplitFile(bytes, header);
    for (int[] line = lines.next(); line != null; line = lines.next()) {
      file.add(line[0], line[1]);
    }
    return file;
  }

  private static String header(byte[] bytes, int[] bounds, List<Column> columns) {
    byte[] line = Arrays.copyOfRange(bytes, bounds[0], bounds[1]);
    if (Utf8.firstInvalid(line) >= 0) {
      return null;
    }
    String header = new String(line, StandardCharsets.UTF_8);
    Set<String> declared = columns.stream()
        .map(c -> c.path() == null || c.path().isEmpty() ? c.name() : c.path().get(0)).collect(Collectors.toSet());
    CsvLine names = new CsvLine();
    return names.read(header) && names.texts().stream().anyMatch(declared::contains) ? header : null;
  }

  /** Start and end of the next line that is not blank; null at the end of the file. */
  private int[] next() {
    while (at < bytes.length) {
      int start = at;
      int end = end(start);
      at = end < bytes.length ? end + 1 : end;
      int trimmed = end > start && bytes[end - 1] == '\r' ? end - 1 : end;
      if (!blank(start, trimmed)) {
        return new int[] {start, trimmed};
      }
    }
    return null;
  }

  private boolean blank(int start, int end) {
    for (int i = start; i < end; i++) {
      if (bytes[i] != ' ' && bytes[i] != '\t' && bytes[i] != '\r') {
        return false;
      }
    }
    return true;
  }

  /** Place of the LF that ends the line, or of the file's end. A quote opens at a value's beginning, or right after it closed. */
  private int end(int start) {
    boolean quoted = false;
    boolean valueBegins = true;
    int plainEnd = -1;
    int closed = -2;
    for (int i = start; i < bytes.length; i++) {
      byte b = bytes[i];
      if (b == '\n') {
        if (!quoted) {
          return i;
        }
        plainEnd = plainEnd < 0 ? i : plainEnd;
      } else if (b == '"') {
        boolean doubled = closed == i - 1;
        closed = quoted ? i : closed;
        quoted = !quoted && (valueBegins || doubled);
      }
      valueBegins = !quoted && (b == ',' || valueBegins && (b == ' ' || b == '\t'));
    }
    return quoted && plainEnd >= 0 ? plainEnd : bytes.length;
  }
}
