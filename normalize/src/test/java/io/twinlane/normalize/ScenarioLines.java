package io.twinlane.normalize;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.twinlane.catalog.Category;
import io.twinlane.catalog.States;
import java.util.List;

/**
 * What came of a scenario as lines to compare and to read: {@code message} is the number of the raw message from 0, {@code row} the row's
 * index in it; a field shows its value, its unit where it varies, and its state. Fields that are null and MISSING are left out.
 */
final class ScenarioLines {
  private static final ObjectMapper JSON = new ObjectMapper();
  private final SourceUnderTest subject;

  ScenarioLines(SourceUnderTest subject) {
    this.subject = subject;
  }

  List<String> of(String file) {
    return switch (file) {
      case "rows.jsonl" -> subject.output.rows.stream().map(this::row).toList();
      case "unqualified.jsonl" -> subject.output.unqualified.stream().map(ScenarioLines::unqualified).toList();
      case "dropped.jsonl" -> subject.output.dropped.stream().map(ScenarioLines::dropped).toList();
      default -> throw new IllegalArgumentException("Cannot compare " + file);
    };
  }

  private String row(CategoryRow row) {
    Category category = subject.spec.category(row.category);
    ObjectNode line = JSON.createObjectNode().put("message", row.originOffset).put("row", row.rowIndex).put("category", row.category);
    for (int i = 0; i < row.values.length; i++) {
      String state = subject.spec.states().name(row.states[i]);
      if (row.values[i] != null || row.units[i] != null || !state.equals(States.MISSING)) {
        line.put(category.fields().get(i).name(), ShownField.of(category.fields().get(i), row.values[i], row.units[i], state));
      }
    }
    return line.toString();
  }

  private static String unqualified(UnqualifiedRow row) {
    ObjectNode line = JSON.createObjectNode().put("message", row.originOffset()).put("row", row.rowIndex()).put("reason", row.reason());
    line.put("explanation", row.explanation());
    if (row.field() != null) {
      line.put("field", row.field());
    }
    if (row.rawValue() != null) {
      line.put("raw_value", row.rawValue());
    }
    return line.toString();
  }

  private static String dropped(DroppedMessage message) {
    return JSON.createObjectNode().put("message", message.originOffset()).put("reason", message.reason()).toString();
  }
}
