package io.twinlane.kafka.table;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.twinlane.catalog.Category;
import io.twinlane.catalog.Dtype;
import io.twinlane.catalog.Field;
import io.twinlane.catalog.States;
import io.twinlane.catalog.TechnicalColumn;
import io.twinlane.normalize.RowColumn;
import io.twinlane.normalize.RowLayout;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.table.api.ValidationException;
import org.apache.flink.table.catalog.Column;
import org.apache.flink.table.catalog.ResolvedSchema;
import org.apache.flink.table.types.logical.DecimalType;
import org.apache.flink.table.types.logical.LogicalType;

/** The category that a CREATE TABLE statement describes: four columns for every field, then the technical ones. */
final class DeclaredCategory {
  private static final int COLUMNS_PER_FIELD = 4;

  private final String table;
  private final ReadableConfig options;

  DeclaredCategory(String table, ReadableConfig options) {
    this.table = table;
    this.options = options;
  }

  Category read(ResolvedSchema schema, States states) {
    List<Column> columns = schema.getColumns().stream().filter(Column::isPhysical).toList();
    Map<String, String> units = options.get(CategoryTableOptions.UNITS);
    List<Field> fields = new ArrayList<>();
    for (int i = 0; i < columns.size() - TechnicalColumn.ALL.size(); i += COLUMNS_PER_FIELD) {
      Column value = columns.get(i);
      LogicalType type = value.getDataType().getLogicalType();
      String unit = units.getOrDefault(value.getName(), Field.NO_UNIT);
      fields.add(new Field(value.getName(), dtype(value.getName(), type), unit, !type.isNullable(), value.getComment().orElse("")));
    }
    String name = options.get(CategoryTableOptions.CATEGORY);
    Category category = new Category(name, "", options.get(CategoryTableOptions.IDENTIFIER), options.get(CategoryTableOptions.TIMESTAMP),
        List.of(), Duration.ZERO, fields);
    check(columns, RowLayout.of(category, states).columns());
    category.field(category.identifier());
    category.field(category.timestamp());
    return category.withReleased(earlierSchemas());
  }

  private List<String> earlierSchemas() {
    try {
      List<String> schemas = new ArrayList<>();
      new ObjectMapper().readTree(options.get(CategoryTableOptions.EARLIER_SCHEMAS)).forEach(schema -> schemas.add(schema.toString()));
      return schemas;
    } catch (JsonProcessingException e) {
      throw new ValidationException("Cannot read table " + table + ": earlier-schemas is no list of schemas in JSON", e);
    }
  }

  private void check(List<Column> columns, List<RowColumn> expected) {
    for (int i = 0; i < expected.size(); i++) {
      String found = i < columns.size() ? columns.get(i).getName() : "nothing";
      if (!found.equals(expected.get(i).name())) {
        throw new ValidationException("Cannot read table " + table + ": column " + (i + 1) + " is " + found + ", expected "
            + expected.get(i).name() + ". Use the statement that ./twinlane render writes to catalog/derived/flink.");
      }
    }
  }

  private Dtype dtype(String column, LogicalType type) {
    return switch (type.getTypeRoot()) {
      case VARCHAR -> Dtype.STRING;
      case BOOLEAN -> Dtype.BOOLEAN;
      case BIGINT -> Dtype.INT64;
      case TIMESTAMP_WITH_LOCAL_TIME_ZONE -> Dtype.TIMESTAMP;
      case DECIMAL -> Dtype.decimal(((DecimalType) type).getPrecision(), ((DecimalType) type).getScale());
      default -> throw new ValidationException("Cannot read table " + table + ": column " + column + " is " + type.asSummaryString()
          + ", allowed are STRING, BOOLEAN, BIGINT, TIMESTAMP_LTZ(6) and DECIMAL(p, s)");
    };
  }
}
