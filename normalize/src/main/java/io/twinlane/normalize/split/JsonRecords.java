package io.twinlane.normalize.split;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.twinlane.normalize.read.StrictJson;
import io.twinlane.normalize.read.Utf8;
import java.io.IOException;
import java.util.List;

/** Finds the elements of the list that holds a JSON file's records. The whole file is read before any of it counts. */
public final class JsonRecords {
  private final byte[] bytes;
  private final List<String> path;
  private SplitFile found;
  private boolean twice;

  private JsonRecords(byte[] bytes, List<String> path) {
    this.bytes = bytes;
    this.path = path;
  }

  /** The list's elements; the whole file when it is not sound JSON, or has no such list, or has it twice. */
  public static SplitFile split(byte[] bytes, List<String> path) {
    if (path == null || path.isEmpty() || Utf8.firstInvalid(bytes) >= 0) {
      return SplitFile.whole(bytes);
    }
    JsonRecords records = new JsonRecords(bytes, path);
    int start = ByteOrderMark.length(bytes);
    try (JsonParser parser = StrictJson.factory(Math.max(1, bytes.length)).createParser(bytes, start, bytes.length - start)) {
      records.value(parser, parser.nextToken(), 0, start);
      boolean sound = parser.nextToken() == null && records.found != null && !records.twice;
      return sound ? records.found : SplitFile.whole(bytes);
    } catch (IOException | RuntimeException e) {
      return SplitFile.whole(bytes);
    }
  }

  private void value(JsonParser parser, JsonToken token, int depth, int shift) throws IOException {
    if (token == JsonToken.START_ARRAY && depth == path.size()) {
      twice |= found != null;
      elements(parser, shift);
    } else if (token == JsonToken.START_OBJECT && depth < path.size()) {
      for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
        JsonToken next = parser.nextToken();
        if (name.equals(path.get(depth))) {
          value(parser, next, depth + 1, shift);
        } else {
          parser.skipChildren();
        }
      }
    } else {
      parser.skipChildren();
    }
  }

  private void elements(JsonParser parser, int shift) throws IOException {
    found = new SplitFile(bytes, null);
    for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
      int start = (int) parser.currentTokenLocation().getByteOffset();
      parser.skipChildren();
      parser.finishToken();
      found.add(start + shift, (int) parser.currentLocation().getByteOffset() + shift);
    }
  }
}
