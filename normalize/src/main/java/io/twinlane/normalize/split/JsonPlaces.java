package io.twinlane.normalize.split;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.twinlane.normalize.read.StrictJson;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Finds what stands at a path of names in a JSON document, as often as it does. The whole document is read before any of it counts. */
final class JsonPlaces {
  /** A value at the path: its first token, the token's text, and the bytes from {@code start} to {@code end} that it takes. */
  record Place(JsonToken token, String text, int start, int end) {}

  private final List<String> path;
  private final int shift;
  private final List<Place> found = new ArrayList<>();

  private JsonPlaces(List<String> path, int shift) {
    this.path = path;
    this.shift = shift;
  }

  /** Throws when the document is no sound JSON. */
  static List<Place> find(byte[] bytes, List<String> path) throws IOException {
    int start = ByteOrderMark.length(bytes);
    JsonPlaces places = new JsonPlaces(path, start);
    try (JsonParser parser = StrictJson.factory(Math.max(1, bytes.length)).createParser(bytes, start, bytes.length - start)) {
      places.value(parser, parser.nextToken(), 0);
      if (parser.nextToken() != null) {
        throw new IOException("more stands after the document's end");
      }
    }
    return places.found;
  }

  private void value(JsonParser parser, JsonToken token, int depth) throws IOException {
    if (token == null) {
      throw new IOException("the document is empty");
    }
    if (depth == path.size()) {
      int start = (int) parser.currentTokenLocation().getByteOffset() + shift;
      String text = token.isScalarValue() ? parser.getText() : null;
      parser.skipChildren();
      parser.finishToken();
      found.add(new Place(token, text, start, (int) parser.currentLocation().getByteOffset() + shift));
    } else if (token == JsonToken.START_OBJECT) {
      for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
        JsonToken next = parser.nextToken();
        if (name.equals(path.get(depth))) {
          value(parser, next, depth + 1);
        } else {
          parser.skipChildren();
        }
      }
    } else {
      parser.skipChildren();
    }
  }
}
