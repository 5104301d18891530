package io.twinlane.normalize.scenario;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.twinlane.catalog.Category;
import io.twinlane.catalog.States;
import io.twinlane.normalize.CategoryRow;
import io.twinlane.normalize.DroppedMessage;
import io.twinlane.normalize.NormalizeSpec;
import io.twinlane.normalize.UnqualifiedRow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What came of a scenario as lines to compare and to read: {@code message} is the number of the raw message from 0, {@code row} the row's
 * index in it; a field shows its value, its unit where it varies, and its state. Fields that are null and MISSING are left out.
 */
final class OutcomeLines {
  private static final JsonMapper JSON = new JsonMapper();
  private final NormalizeSpec spec;

  private OutcomeLines(NormalizeSpec spec) {
    this.spec = spec;
  }

  /** By the name of the file that holds such lines. */
  static Map<String, List<ObjectNode>> of(NormalizeSpec spec, SourceRun run) {
    OutcomeLines lines = new OutcomeLines(spec);
    Map<String, List<ObjectNode>> files = new LinkedHashMap<>();
    files.put("rows.jsonl", run.rows().stream().map(lines::row).toList());
    files.put("unqualified.jsonl", run.unqualified().stream().map(OutcomeLines::unqualified).toList());
    files.put("dropped.jsonl", run.droppedMessages().stream().map(OutcomeLines::dropped).toList());
    return files;
  }

  private ObjectNode row(CategoryRow row) {
    Category category = spec.category(row.category);
    ObjectNode line = JSON.createObjectNode().put("message", row.originOffset).put("row", row.rowIndex).put("category", row.category);
    for (int i = 0; i < row.values.length; i++) {
      String state = spec.states().name(row.states[i]);
      if (row.values[i] != null || row.units[i] != null || !state.equals(States.MISSING)) {
        line.put(category.fields().get(i).name(), ShownField.of(category.fields().get(i), row.values[i], row.units[i], state));
      }
    }
    return line;
  }

  private static ObjectNode unqualified(UnqualifiedRow row) {
    ObjectNode line = JSON.createObjectNode().put("message", row.originOffset()).put("row", row.rowIndex()).put("reason", row.reason());
    line.put("explanation", row.explanation());
    if (row.field() != null) {
      line.put("field", row.field());
    }
    if (row.rawValue() != null) {
      line.put("raw_value", row.rawValue());
    }
    return line;
  }

  private static ObjectNode dropped(DroppedMessage message) {
    return JSON.createObjectNode().put("message", message.originOffset()).put("reason", message.reason());
  }
}
