package io.twinlane.normalize.split;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.twinlane.catalog.Records;
import io.twinlane.normalize.read.StrictJson;
import io.twinlane.normalize.read.Utf8;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;

/**
 * Finds the elements of the list that holds a JSON file's records. A file that tells of more records than it holds is, with its list
 * emptied, one record more, which normalize refuses: what is missing is told beside what is there.
 */
public final class JsonRecords {
  private static final byte[] EMPTY_LIST = {'[', ']'};
  private final byte[] bytes;
  private final Records where;

  private JsonRecords(byte[] bytes, Records where) {
    this.bytes = bytes;
    this.where = where;
  }

  /** The list's elements; the whole file when it is not sound JSON, or has no such list, or has it twice. */
  public static SplitFile split(byte[] bytes, Records where) {
    if (!where.listed() || Utf8.firstInvalid(bytes) >= 0) {
      return SplitFile.whole(bytes);
    }
    try {
      List<JsonPlaces.Place> lists = JsonPlaces.find(bytes, where.path());
      boolean sound = lists.size() == 1 && lists.get(0).token() == JsonToken.START_ARRAY;
      return sound ? new JsonRecords(bytes, where).split(lists.get(0)) : SplitFile.whole(bytes);
    } catch (IOException | RuntimeException e) {
      return SplitFile.whole(bytes);
    }
  }

  private SplitFile split(JsonPlaces.Place list) throws IOException {
    SplitFile file = new SplitFile(bytes, PageMark.ofRecord(where));
    try (JsonParser parser = StrictJson.factory(bytes.length).createParser(bytes, list.start(), list.end() - list.start())) {
      parser.nextToken();
      for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
        int start = (int) parser.currentTokenLocation().getByteOffset();
        parser.skipChildren();
        parser.finishToken();
        file.add(start + list.start(), (int) parser.currentLocation().getByteOffset() + list.start());
      }
    }
    String total = total();
    if (PageMark.incomplete(file.size(), total)) {
      file.endWith(around(list), PageMark.ofPage(where, file.size(), total));
    }
    return file;
  }

  /** What the file says of its total; null when it says nothing. */
  private String total() throws IOException {
    if (where.total().isEmpty()) {
      return null;
    }
    List<JsonPlaces.Place> totals = JsonPlaces.find(bytes, where.total());
    if (totals.isEmpty() || totals.get(0).token() == JsonToken.VALUE_NULL) {
      return null;
    }
    return totals.size() > 1 ? "two values" : totals.get(0).text() == null ? "no number" : totals.get(0).text();
  }

  private byte[] around(JsonPlaces.Place list) {
    int begin = ByteOrderMark.length(bytes);
    ByteArrayOutputStream rest = new ByteArrayOutputStream();
    rest.write(bytes, begin, list.start() - begin);
    rest.writeBytes(EMPTY_LIST);
    rest.write(bytes, list.end(), bytes.length - list.end());
    return rest.toByteArray();
  }
}
