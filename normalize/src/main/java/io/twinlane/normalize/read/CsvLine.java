package io.twinlane.normalize.read;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import io.twinlane.normalize.Reasons;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The values of one CSV record, trimmed. A quoted value may hold commas, doubled quotes and line ends. */
public final class CsvLine {
  private static final CsvFactory FACTORY = new CsvFactory();
  private final List<String> texts = new ArrayList<>();

  /** Takes a record apart; returns null when it is sound, else why it is not. */
  public Unreadable read(String record) {
    texts.clear();
    try (JsonParser parser = FACTORY.createParser(record)) {
      for (JsonToken token = parser.nextToken(); token != null && token != JsonToken.END_ARRAY; token = parser.nextToken()) {
        if (token != JsonToken.START_ARRAY) {
          texts.add(parser.getText().strip());
        }
      }
      return parser.nextToken() == null ? null : new Unreadable(Reasons.WRONG_COLUMN_COUNT, "it holds more than one line");
    } catch (JsonProcessingException e) {
      return e.getOriginalMessage().contains("closing quote")
          ? new Unreadable(Reasons.TRUNCATED, "a quoted value does not end")
          : new Unreadable(Reasons.WRONG_COLUMN_COUNT,
              "a quoted value goes on after its closing quote. Allowed: a comma or the line's end");
    } catch (IOException | RuntimeException e) {
      return new Unreadable(Reasons.WRONG_COLUMN_COUNT, "it is not CSV (" + e.getMessage() + ")");
    }
  }

  public int size() {
    return texts.size();
  }

  public String text(int place) {
    return texts.get(place);
  }

  public List<String> texts() {
    return texts;
  }
}
