package io.twinlane.normalize.record;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import io.twinlane.normalize.Recording.Recorded;
import io.twinlane.normalize.read.Kind;
import io.twinlane.normalize.read.StrictJson;
import io.twinlane.normalize.read.Utf8;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Recognises the line form that carries a receive time beside its message. */
public final class Wrapped {
  private static final byte[] RECEIVED = "\"received\"".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] MESSAGE = "\"message\"".getBytes(StandardCharsets.US_ASCII);
  private final JsonFactory factory = StrictJson.factory(LineReader.MAX_LINE);

  /** The message within the line; null when the line is not of that form, or its time, measured against {@code now}, is not sound. */
  public Recorded read(long number, byte[] line, long now) {
    WrappedLine wrapped = read(line);
    return wrapped == null ? null : wrapped.unwrap(number, now);
  }

  /** The line's two parts; null when it has others or is no JSON at all. Its first key rules out nearly all other lines. */
  WrappedLine read(byte[] line) {
    if (!beginsAsWrapped(line) || Utf8.firstInvalid(line) >= 0) {
      return null;
    }
    try (JsonParser parser = factory.createParser(line)) {
      parser.nextToken();
      WrappedLine wrapped = readObject(parser);
      return wrapped != null && parser.nextToken() == null ? wrapped : null;
    } catch (IOException | RuntimeException e) {
      return null;
    }
  }

  private static WrappedLine readObject(JsonParser parser) throws IOException {
    Kind receivedKind = null;
    String received = null;
    Kind messageKind = null;
    String message = null;
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      Kind kind = Kind.of(parser.nextToken());
      String text = kind.textual() || kind == Kind.BOOLEAN ? parser.getText() : null;
      if (name.equals("received") && receivedKind == null) {
        receivedKind = kind;
        received = text;
      } else if (name.equals("message") && messageKind == null) {
        messageKind = kind;
        message = text;
      } else {
        return null;
      }
      parser.skipChildren();
    }
    return receivedKind == null || messageKind == null ? null : new WrappedLine(receivedKind, received, messageKind, message);
  }

  private static boolean beginsAsWrapped(byte[] line) {
    int brace = afterBlanks(line, 0);
    if (brace == line.length || line[brace] != '{') {
      return false;
    }
    int key = afterBlanks(line, brace + 1);
    return startsWith(line, key, RECEIVED) || startsWith(line, key, MESSAGE);
  }

  private static int afterBlanks(byte[] line, int from) {
    int at = from;
    while (at < line.length && (line[at] == ' ' || line[at] == '\t' || line[at] == '\r' || line[at] == '\n')) {
      at++;
    }
    return at;
  }

  private static boolean startsWith(byte[] line, int from, byte[] key) {
    if (line.length - from < key.length) {
      return false;
    }
    for (int i = 0; i < key.length; i++) {
      if (line[from + i] != key[i]) {
        return false;
      }
    }
    return true;
  }
}
