package io.twinlane.jobs.compute;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.Category;
import io.twinlane.catalog.Dtype;
import io.twinlane.catalog.Field;
import io.twinlane.catalog.States;
import io.twinlane.normalize.CategoryRow;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Category rows as JSON lines. Only what matters needs to be said: a value that is given is LIVE, one that is not is MISSING, the origin is
 * raw.test/0 with the line's number as offset, the ingest time is the event time.
 */
final class RowLines {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final States states;
  private final Category category;

  RowLines(Catalog catalog, Category category) {
    this.states = catalog.states();
    this.category = category;
  }

  List<CategoryRow> read(List<String> lines) throws IOException {
    List<CategoryRow> rows = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      rows.add(row(JSON.readTree(lines.get(i)), i));
    }
    return rows;
  }

  private CategoryRow row(JsonNode line, int number) {
    int count = category.fields().size();
    Object[] values = new Object[count];
    String[] units = new String[count];
    byte[] codes = new byte[count];
    for (int i = 0; i < count; i++) {
      Field field = category.fields().get(i);
      values[i] = line.hasNonNull(field.name()) ? value(field.dtype(), line.get(field.name()).asText()) : null;
      units[i] = field.unitVaries() ? line.path(field.name() + "_unit").asText(null) : null;
      codes[i] = states.code(line.path(field.name() + "_state").asText(values[i] == null ? States.MISSING : "LIVE"));
    }
    long ingested = line.has("ingest_time") ? micros(line.get("ingest_time").asText()) : (long) values[category.timestampIndex()];
    return new CategoryRow(category.name(), values, units, codes, line.path("source_system").asText("test"),
        line.path("origin").asText("raw.test/0"), line.path("origin_offset").asLong(number), line.path("row_index").asInt(0),
        "test/1", ingested);
  }

  private static Object value(Dtype dtype, String text) {
    return switch (dtype.kind()) {
      case STRING -> text;
      case TIMESTAMP -> micros(text);
      case INT64 -> Long.valueOf(text);
      case BOOLEAN -> Boolean.valueOf(text);
      case DECIMAL -> new BigDecimal(text).setScale(dtype.scale());
    };
  }

  private static long micros(String text) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(text));
  }
}
