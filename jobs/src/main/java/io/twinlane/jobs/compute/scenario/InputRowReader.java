package io.twinlane.jobs.compute.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.Category;
import io.twinlane.catalog.Dtype;
import io.twinlane.catalog.Field;
import io.twinlane.catalog.Nearest;
import io.twinlane.catalog.States;
import io.twinlane.catalog.load.Problems;
import io.twinlane.catalog.load.UnitText;
import io.twinlane.normalize.CategoryRow;
import io.twinlane.normalize.scenario.JsonLines;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Category rows as JSON lines. Only what matters needs to be said: a value that is given is LIVE, one that is not is MISSING, the origin is
 * raw.test/0 with the line's place as offset, the ingest time is the event time. What cannot be read is told with its line.
 */
public final class InputRowReader {
  private static final List<String> TECHNICAL = List.of("source_system", "origin", "origin_offset", "row_index", "ingest_time");
  private static final String GIVEN = "LIVE";

  private final States states;
  private final Category category;
  private final List<String> known = new ArrayList<>();
  private final String file;
  private final Problems problems;
  private int line;

  private InputRowReader(Catalog catalog, Category category, String file, Problems problems) {
    this.states = catalog.states();
    this.category = category;
    this.file = file;
    this.problems = problems;
    for (Field field : category.fields()) {
      known.add(field.name());
      known.add(field.name() + "_state");
      if (field.unitVaries()) {
        known.add(field.name() + "_unit");
      }
    }
    known.addAll(TECHNICAL);
  }

  public static List<CategoryRow> read(Catalog catalog, Category category, Path path, Problems problems) {
    InputRowReader rows = new InputRowReader(catalog, category, problems.shown(path), problems);
    List<CategoryRow> read = new ArrayList<>();
    for (JsonLines.Line line : JsonLines.read(path, problems)) {
      rows.line = line.number();
      read.add(rows.row(line.object(), read.size()));
    }
    return read;
  }

  private CategoryRow row(JsonNode object, int offset) {
    object.fieldNames().forEachRemaining(name -> {
      if (!known.contains(name)) {
        problem(Nearest.unknown("field", name, known));
      }
    });
    int count = category.fields().size();
    Object[] values = new Object[count];
    String[] units = new String[count];
    byte[] codes = new byte[count];
    for (int i = 0; i < count; i++) {
      Field field = category.fields().get(i);
      values[i] = value(field, object.path(field.name()));
      units[i] = unit(field, object.path(field.name() + "_unit"));
      codes[i] = state(field, object.path(field.name() + "_state"), values[i] == null ? States.MISSING : GIVEN);
    }
    Object event = values[category.timestampIndex()];
    Object ingested = cell("ingest_time", Dtype.TIMESTAMP, object.path("ingest_time"));
    return new CategoryRow(category.name(), values, units, codes, object.path("source_system").asText("test"),
        object.path("origin").asText("raw.test/0"), object.path("origin_offset").asLong(offset), object.path("row_index").asInt(0),
        "test/1", (long) Optional.ofNullable(ingested).or(() -> Optional.ofNullable(event)).orElse(0L));
  }

  private Object value(Field field, JsonNode node) {
    if (field.required() && (node.isMissingNode() || node.isNull())) {
      problem("required field " + field.name() + " has no value");
      return null;
    }
    return cell(field.name(), field.dtype(), node);
  }

  private Object cell(String name, Dtype dtype, JsonNode node) {
    if (node.isMissingNode() || node.isNull()) {
      return null;
    }
    try {
      return CellText.read(dtype, node);
    } catch (IllegalArgumentException e) {
      problem(name + " " + e.getMessage());
      return null;
    }
  }

  private String unit(Field field, JsonNode node) {
    if (!field.unitVaries() || node.isMissingNode()) {
      return null;
    }
    UnitText.problem(node.asText(), null).ifPresent(why -> problem(field.name() + "_unit: " + why));
    return node.asText();
  }

  private byte state(Field field, JsonNode node, String otherwise) {
    String state = node.asText(otherwise);
    if (!states.has(state)) {
      problem(field.name() + "_state: " + Nearest.unknown("state", state, states.names()));
      return states.code(otherwise);
    }
    return states.code(state);
  }

  private void problem(String text) {
    problems.add(file, line, text);
  }
}
