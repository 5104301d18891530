package io.twinlane.normalize.scenario;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.twinlane.catalog.load.BoundedText;
import io.twinlane.catalog.load.Problems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads a scenario's file of JSON objects, one a line. A line that is none is told with its place, and reading goes on. */
public final class JsonLines {
  /** One object; {@code number} is its line in the file. */
  public record Line(int number, ObjectNode object) {}

  private static final JsonMapper JSON = JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
      .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private JsonLines() {}

  /** The objects of a file that must be there. */
  public static List<Line> read(Path file, Problems problems) {
    List<Line> lines = new ArrayList<>();
    List<String> texts = BoundedText.read(file, BoundedText.MAX_TABLE_BYTES, problems).map(text -> text.lines().toList()).orElse(List.of());
    for (int i = 0; i < texts.size(); i++) {
      if (!texts.get(i).isBlank()) {
        read(texts.get(i), i + 1, problems.shown(file), problems, lines);
      }
    }
    return lines;
  }

  private static void read(String text, int number, String file, Problems problems, List<Line> lines) {
    try {
      JsonNode node = JSON.readTree(text);
      if (node instanceof ObjectNode object) {
        lines.add(new Line(number, object));
      } else {
        problems.add(file, number, "the line must be an object such as {\"message\":0}, not " + kind(node));
      }
    } catch (JsonProcessingException e) {
      String place = e.getLocation() == null ? "" : "column " + e.getLocation().getColumnNr() + ": ";
      problems.add(file, number, place + "not JSON: " + e.getOriginalMessage().lines().findFirst().orElse(""));
    }
  }

  private static String kind(JsonNode node) {
    return node.getNodeType().name().toLowerCase(java.util.Locale.ROOT);
  }
}
