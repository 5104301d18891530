package io.twinlane.catalog.load;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * One record of comma-separated values, taken apart: its values without the blanks around them, or why it cannot be. A value in double quotes
 * may hold commas, line ends, and quotes that are doubled. One object serves many records.
 */
public final class CsvLine {
  private static final CsvFactory FACTORY = CsvFactory.builder().enable(CsvParser.Feature.TRIM_SPACES).build();

  private final List<String> texts = new ArrayList<>();
  private String problem;
  private boolean cutOff;
  private boolean strayQuote;

  /** Takes a record apart; false when it cannot be, for the reason that {@link #problem} tells. */
  public boolean read(String record) {
    texts.clear();
    problem = null;
    cutOff = false;
    strayQuote = false;
    try (JsonParser parser = FACTORY.createParser(record)) {
      for (JsonToken token = parser.nextToken(); token != null && token != JsonToken.END_ARRAY; token = parser.nextToken()) {
        if (token != JsonToken.START_ARRAY) {
          value(record, parser);
        }
      }
      problem = parser.nextToken() == null ? null : "it holds more than one line";
    } catch (JsonProcessingException e) {
      cutOff = e.getOriginalMessage().contains("closing quote");
      problem = cutOff ? "a quoted value does not end" : "a quoted value goes on after its closing quote. Allowed: a comma or the line's end";
    } catch (IOException | RuntimeException e) {
      problem = "it is not CSV (" + e.getMessage() + ")";
    }
    return problem == null;
  }

  private void value(String record, JsonParser parser) throws IOException {
    String text = parser.getText().strip();
    texts.add(text);
    strayQuote |= text.indexOf('"') >= 0 && record.charAt((int) parser.currentTokenLocation().getCharOffset()) != '"';
  }

  /** The second half of a sentence; null when the record is sound. */
  public String problem() {
    return problem;
  }

  /** Whether the record is unsound because it ends within a quoted value. */
  public boolean cutOff() {
    return cutOff;
  }

  /** Whether a value that is not in quotes holds one, which counts as a character of it like any other. */
  public boolean strayQuote() {
    return strayQuote;
  }

  public int size() {
    return texts.size();
  }

  public String text(int place) {
    return texts.get(place);
  }

  /** The values, until the next record is read. */
  public List<String> texts() {
    return texts;
  }
}
