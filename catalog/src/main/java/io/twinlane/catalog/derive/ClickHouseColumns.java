package io.twinlane.catalog.derive;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.Category;
import io.twinlane.catalog.Dtype;
import io.twinlane.catalog.Field;
import io.twinlane.catalog.States;
import io.twinlane.catalog.TechnicalColumn;
import io.twinlane.catalog.Unit;
import java.util.ArrayList;
import java.util.List;

/** The columns of a category's table: f, f_dtype, f_unit and f_state for every field f, then the technical columns. */
final class ClickHouseColumns {
  /** Neighbours in a part differ little in times and offsets, so their differences are what is worth compressing. */
  private static final String GROWING = "Delta, ZSTD(1)";
  private static final String OTHER = "ZSTD(1)";

  private ClickHouseColumns() {}

  static List<ClickHouseColumn> of(Catalog catalog, Category category) {
    return of(catalog.units(), catalog.states(), category);
  }

  /** What an insert of category rows announces: ClickHouse fills in the constant columns. */
  static List<TableColumn> inserted(Category category, States states) {
    return of(List.of(), states, category).stream().filter(ClickHouseColumn::inserted)
        .map(column -> new TableColumn(column.name(), column.type())).toList();
  }

  /** The units are for the comments alone. */
  private static List<ClickHouseColumn> of(List<Unit> units, States states, Category category) {
    List<ClickHouseColumn> columns = new ArrayList<>();
    category.fields().forEach(field -> addField(columns, units, states, field));
    TechnicalColumn.ALL.forEach(c -> columns.add(new ClickHouseColumn(
        c.name(), type(c.name(), c.dtype(), true), null, c.otherwise(), codec(c.dtype()), c.description())));
    return columns;
  }

  /** A column of its own, as the technical ones are. */
  static ClickHouseColumn column(String name, Dtype dtype, boolean required, String comment) {
    return new ClickHouseColumn(name, type(name, dtype, required), null, codec(dtype), comment);
  }

  static String stateType(States states) {
    List<String> codes = new ArrayList<>();
    states.names().forEach(name -> codes.add(ClickHouseColumn.quoted(name) + " = " + states.code(name)));
    return "Enum8(" + String.join(", ", codes) + ")";
  }

  private static void addField(List<ClickHouseColumn> columns, List<Unit> units, States states, Field field) {
    String f = field.name();
    columns.add(column(f, field.dtype(), field.required(), field.description() + unitText(units, field)));
    columns.add(constant(f + "_dtype", field.dtype().text(), "Dtype of " + f));
    columns.add(field.unitVaries()
        ? new ClickHouseColumn(f + "_unit", "LowCardinality(String)", null, OTHER, "Unit of " + f + "; empty when it has none")
        : constant(f + "_unit", field.constantUnit() == null ? "" : field.constantUnit(), "Unit of " + f));
    columns.add(new ClickHouseColumn(f + "_state", stateType(states), null, OTHER, "State of " + f + ": how it came about"));
  }

  private static ClickHouseColumn constant(String name, String value, String comment) {
    return new ClickHouseColumn(name, "LowCardinality(String)", value, OTHER, comment + ", the same on every row");
  }

  private static String type(String name, Dtype dtype, boolean required) {
    String type = switch (dtype.kind()) {
      case STRING -> "String";
      case TIMESTAMP -> "DateTime64(6, 'UTC')";
      case INT64 -> "Int64";
      case BOOLEAN -> "Bool";
      case DECIMAL -> "Decimal(" + dtype.precision() + ", " + dtype.scale() + ")";
    };
    String nullable = required ? type : "Nullable(" + type + ")";
    return dtype.kind() == Dtype.Kind.STRING && repeats(name) ? "LowCardinality(" + nullable + ")" : nullable;
  }

  /** Strings of the platform are names, sides and codes that come again and again, but for identifiers of single trades or orders. */
  private static boolean repeats(String name) {
    return !name.endsWith("_id");
  }

  private static String codec(Dtype dtype) {
    return dtype.kind() == Dtype.Kind.TIMESTAMP || dtype.kind() == Dtype.Kind.INT64 ? GROWING : OTHER;
  }

  private static String unitText(List<Unit> units, Field field) {
    if (field.unitVaries()) {
      return "; its unit is in " + field.name() + "_unit";
    }
    return field.constantUnit() == null ? "" : "; unit " + field.constantUnit() + meaning(units, field.constantUnit());
  }

  private static String meaning(List<Unit> units, String unit) {
    String name = unit.substring(unit.indexOf('_') + 1);
    return units.stream().filter(known -> known.name().equals(name)).map(Unit::description).findFirst()
        .map(description -> " (" + description + ")").orElse("");
  }
}
