package io.twinlane.normalize.read;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import io.twinlane.normalize.Reasons;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Reads a JSON object once, straight into the slots of a layout; keys that no column needs are skipped. */
final class JsonReader implements RecordReader {
  private final Layout layout;
  private final int maxBytes;
  private final boolean wholeText;
  private final JsonFactory factory;
  private byte[] body;
  private String duplicate;

  JsonReader(Layout layout, int maxBytes, boolean wholeText) {
    this.layout = layout;
    this.maxBytes = maxBytes;
    this.wholeText = wholeText;
    this.factory = StrictJson.factory(maxBytes);
  }

  @Override
  public Unreadable read(byte[] bytes, String header, Cells cells) {
    cells.clear();
    Unreadable bytesWrong = Encodings.check(bytes, maxBytes);
    if (bytesWrong != null) {
      return bytesWrong;
    }
    body = bytes;
    duplicate = null;
    try (JsonParser parser = factory.createParser(bytes)) {
      try {
        return readDocument(parser, cells);
      } catch (StreamConstraintsException e) {
        return new Unreadable(Reasons.TOO_LARGE, "it is nested deeper than " + StrictJson.MAX_DEPTH + " levels");
      } catch (JsonProcessingException e) {
        return broken(parser, e);
      }
    } catch (IOException | RuntimeException e) {
      return new Unreadable(Reasons.NOT_JSON, "it is not JSON (" + e.getMessage() + ")");
    }
  }

  private Unreadable readDocument(JsonParser parser, Cells cells) throws IOException {
    JsonToken first = parser.nextToken();
    if (first == null) {
      return new Unreadable(Reasons.NOT_JSON, "it is empty");
    }
    if (first == JsonToken.START_OBJECT) {
      readObject(parser, layout.root(), cells);
    } else {
      parser.skipChildren();
    }
    if (parser.nextToken() != null) {
      return new Unreadable(Reasons.NOT_JSON, "more stands after its end, at byte " + parser.currentTokenLocation().getByteOffset());
    }
    if (first != JsonToken.START_OBJECT) {
      return new Unreadable(Reasons.WRONG_TYPE, "it is " + Kind.of(first).words() + ". Allowed: an object");
    }
    return duplicate == null ? null : new Unreadable(Reasons.DUPLICATE_KEY, "the key \"" + duplicate + "\" stands twice in it");
  }

  private void readObject(JsonParser parser, Layout.Node node, Cells cells) throws IOException {
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      Layout.Node child = node.children.get(name);
      JsonToken token = parser.nextToken();
      if (child == null) {
        parser.skipChildren();
      } else {
        readValue(parser, token, child, name, cells);
      }
    }
  }

  private void readValue(JsonParser parser, JsonToken token, Layout.Node node, String name, Cells cells) throws IOException {
    Kind kind = Kind.of(token);
    if (node.slot >= 0 && !cells.set(node.slot, kind, kind.textual() || kind == Kind.BOOLEAN ? parser.getText() : null)) {
      duplicate = name;
    }
    if (kind != Kind.OBJECT && !kind.none()) {
      leadAstray(node, kind == Kind.ARRAY ? Kind.IN_LIST : Kind.IN_VALUE, cells);
    }
    if (kind != Kind.OBJECT && kind != Kind.ARRAY) {
      return;
    }
    long start = wholeText ? parser.currentTokenLocation().getByteOffset() : 0;
    if (kind == Kind.OBJECT) {
      readObject(parser, node, cells);
    } else if (node.array && !wholeText) {
      readItems(parser, cells.freshItems(node.slot));
    } else {
      parser.skipChildren();
    }
    if (wholeText && node.slot >= 0) {
      int end = (int) parser.currentLocation().getByteOffset();
      cells.setText(node.slot, new String(body, (int) start, end - (int) start, StandardCharsets.UTF_8));
    }
  }

  /** Marks all that was looked for below a value that is no object: it is not absent, the message is another than the mapping's. */
  private void leadAstray(Layout.Node node, Kind met, Cells cells) {
    node.children.forEach((name, child) -> {
      if (child.slot >= 0 && !cells.set(child.slot, met, null)) {
        duplicate = name;
      }
      leadAstray(child, met, cells);
    });
  }

  private static void readItems(JsonParser parser, Items items) throws IOException {
    for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
      boolean list = token == JsonToken.START_ARRAY;
      if (list) {
        for (token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
          readPlace(parser, token, items);
        }
      } else {
        readPlace(parser, token, items);
      }
      items.endItem(list);
    }
  }

  private static void readPlace(JsonParser parser, JsonToken token, Items items) throws IOException {
    Kind kind = Kind.of(token);
    boolean nested = kind == Kind.OBJECT || kind == Kind.ARRAY;
    items.add(kind, nested ? kind.words() : parser.getText());
    if (nested) {
      parser.skipChildren();
    }
  }

  private Unreadable broken(JsonParser parser, JsonProcessingException e) {
    long at = e.getLocation() == null ? 0 : e.getLocation().getByteOffset();
    boolean open = !parser.getParsingContext().inRoot();
    // the parser blames the point of a number that ends with it
    boolean atEnd = at >= body.length || at == body.length - 1 && body[body.length - 1] == '.';
    if (e instanceof JsonEOFException || open && atEnd) {
      return new Unreadable(Reasons.TRUNCATED, "it stops before its end, after " + body.length + " bytes");
    }
    return new Unreadable(Reasons.NOT_JSON, "it is not JSON at byte " + at + " (" + StrictJson.firstClause(e) + ")");
  }
}
