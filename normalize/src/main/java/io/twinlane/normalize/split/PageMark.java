package io.twinlane.normalize.split;

import io.twinlane.catalog.Records;
import io.twinlane.normalize.value.Quote;

/**
 * What a record of a JSON file has in the place of a CSV file's header line, so that bronze alone says what it is: the path of the list
 * that it was cut from; with {@code rows/total} behind it the page is meant that tells of more. No mark: a file that could not be taken apart.
 */
final class PageMark {
  private static final int LONGEST = 40;

  private PageMark() {}

  static String ofRecord(Records where) {
    return where.pathText();
  }

  static String ofPage(Records where, int rows, String total) {
    return ofRecord(where) + " " + rows + "/" + Quote.cut(total, LONGEST);
  }

  /** Whether a total says, or does not let one say, that more records belong to a page than it holds. */
  static boolean incomplete(int rows, String total) {
    return total != null && (!number(total) || Long.parseLong(total) > rows);
  }

  static boolean number(String total) {
    return total.matches("[0-9]{1,18}");
  }
}
