package io.twinlane.catalog.derive;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.Category;
import io.twinlane.catalog.Column;
import io.twinlane.catalog.Dtype;
import io.twinlane.catalog.Field;
import io.twinlane.catalog.Source;
import io.twinlane.catalog.TechnicalColumn;
import io.twinlane.catalog.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The lake's tables as Iceberg's own JSON: bronze for each source, silver and its unqualified rows for each category. Every table is
 * partitioned by {@code dt}, the UTC date of ingest_time. The ids are those of a table that is made new: one that is there
 * keeps its own, and whoever reads or writes goes by names.
 */
public final class IcebergSchemas {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Dtype BINARY = null;

  private final List<String> columns = new ArrayList<>();

  private IcebergSchemas() {}

  /** One table: its full name is {@code namespace.name}, {@code schema} is Iceberg schema JSON. */
  public record Table(String namespace, String name, String comment, String schema) {
    public String fullName() {
      return namespace + "." + name;
    }
  }

  /** Paths below catalog/derived with one create-table request, as Iceberg's REST catalog takes it, for each table. */
  public static Map<String, String> files(Catalog catalog) {
    Map<String, String> files = new TreeMap<>();
    for (Table table : tables(catalog)) {
      files.put("iceberg/" + table.fullName() + ".json", request(table));
    }
    return files;
  }

  /** Every table of the lake: bronze by source, then silver by category. */
  public static List<Table> tables(Catalog catalog) {
    List<Table> tables = new ArrayList<>();
    catalog.sources().forEach(source -> tables.add(bronze(catalog, source)));
    for (Category category : catalog.categories()) {
      tables.add(silver(catalog, category));
      tables.add(unqualified(catalog, category));
    }
    return tables;
  }

  /** A source's records as strings: its columns, the record itself and where it came from. */
  public static Table bronze(Catalog catalog, Source source) {
    IcebergSchemas schema = new IcebergSchemas().dt();
    schema.add("origin", Dtype.STRING, true, "Kafka topic/partition or lake file that holds the record");
    schema.add("origin_offset", Dtype.INT64, true, "Offset in the partition, or record number in the file");
    schema.times();
    for (Column column : source.columns()) {
      schema.add(column.name(), Dtype.STRING, false, column.description());
    }
    schema.add("raw", Dtype.STRING, false, "The record as received; null when it is not valid UTF-8");
    schema.add("raw_bytes", BINARY, false, "The record as received when it is not valid UTF-8");
    schema.add("header", Dtype.STRING, false, "Header line of the CSV file that the record stood in");
    return schema.table(catalog.platform().bronzeNamespace(), source.bronzeTable(), source.description());
  }

  /** The rows of a category: every field with its dtype, unit and state, then the technical columns. */
  public static Table silver(Catalog catalog, Category category) {
    IcebergSchemas schema = new IcebergSchemas().dt();
    for (Field field : category.fields()) {
      String name = field.name();
      schema.add(name, field.dtype(), field.required(), field.description());
      schema.add(name + "_dtype", Dtype.STRING, true, "Type of " + name + ", always " + field.dtype().text());
      schema.add(name + "_unit", Dtype.STRING, false, unit(catalog, field));
      schema.add(name + "_state", Dtype.STRING, true, "State of " + name + ": one of " + String.join(", ", catalog.states().names()));
    }
    TechnicalColumn.ALL.forEach(column -> schema.add(column.name(), column.dtype(), true, column.description()));
    return schema.table(catalog.platform().silverNamespace(), category.name(), category.description());
  }

  /** Rows and messages that could not become rows of a category, kept whole. */
  public static Table unqualified(Catalog catalog, Category category) {
    IcebergSchemas schema = new IcebergSchemas().dt();
    schema.add("source_system", Dtype.STRING, true, "Source that the message came from");
    schema.add("category", Dtype.STRING, false, "Category that it was meant for; null when it did not get that far");
    schema.add("reason", Dtype.STRING, true, "Reason code");
    schema.add("explanation", Dtype.STRING, false, "What is wrong, in a sentence");
    schema.add("field", Dtype.STRING, false, "Field that it failed at");
    schema.add("raw_value", Dtype.STRING, false, "Value that it failed at, as the source gave it");
    schema.add("raw", Dtype.STRING, false, "The whole raw message; null when it is not valid UTF-8");
    schema.add("raw_bytes", BINARY, false, "The whole raw message when it is not valid UTF-8");
    schema.add("origin", Dtype.STRING, true, "Kafka topic/partition or lake file that holds the raw message");
    schema.add("origin_offset", Dtype.INT64, true, "Offset in the partition, or record number in the file");
    schema.add("row_index", Dtype.INT64, true, "Place of the row among those that its raw message gave");
    schema.add("mapping_version", Dtype.STRING, true, "Version of the source mapping that refused it");
    schema.times();
    return schema.table(catalog.platform().silverNamespace(), category.name() + "_unqualified",
        "What could not become a row of " + category.name() + ", with the reason");
  }

  private IcebergSchemas dt() {
    return add("dt", Dtype.STRING, true, "UTC date of ingest_time, the partition");
  }

  private void times() {
    add("receive_time", Dtype.TIMESTAMP, true, "When the message was received from the source");
    add("ingest_time", Dtype.TIMESTAMP, true, "When the message reached the platform");
  }

  private IcebergSchemas add(String name, Dtype dtype, boolean required, String doc) {
    String text = doc == null || doc.isBlank() ? "" : ", \"doc\": " + quoted(doc.strip());
    columns.add("    {\"id\": " + (columns.size() + 1) + ", \"name\": " + quoted(name) + ", \"required\": " + required
        + ", \"type\": " + quoted(type(dtype)) + text + "}");
    return this;
  }

  private Table table(String namespace, String name, String comment) {
    String schema = "{\"type\": \"struct\", \"schema-id\": 0, \"fields\": [\n" + String.join(",\n", columns) + "\n  ]}";
    return new Table(namespace, name, comment.strip(), schema);
  }

  private static String request(Table table) {
    return "{\n  \"name\": " + quoted(table.name()) + ",\n  \"schema\": " + table.schema()
        + ",\n  \"partition-spec\": {\"spec-id\": 0, \"fields\": [{\"name\": \"dt\", \"transform\": \"identity\", \"source-id\": 1,"
        + " \"field-id\": 1000}]},\n  \"properties\": {\"comment\": " + quoted(table.comment()) + "}\n}\n";
  }

  @SuppressWarnings("ReferenceEquality") // bytes are no dtype of the catalog's: null stands for them
  private static String type(Dtype dtype) {
    if (dtype == BINARY) {
      return "binary";
    }
    return switch (dtype.kind()) {
      case STRING -> "string";
      case TIMESTAMP -> "timestamptz";
      case INT64 -> "long";
      case BOOLEAN -> "boolean";
      case DECIMAL -> "decimal(" + dtype.precision() + ", " + dtype.scale() + ")";
    };
  }

  private static String unit(Catalog catalog, Field field) {
    if (field.unitVaries()) {
      return "Unit of " + field.name() + " in this row: amount and name, such as 1_usd or 1000_barrels";
    }
    if (field.constantUnit() == null) {
      return "Unit of " + field.name() + ": none";
    }
    String name = field.constantUnit().substring(field.constantUnit().indexOf('_') + 1);
    String meaning = catalog.units().stream().filter(unit -> unit.name().equals(name)).map(Unit::description).findFirst().orElse(name);
    return "Unit of " + field.name() + ", always " + field.constantUnit() + " (" + meaning + ")";
  }

  private static String quoted(String text) {
    return JSON.valueToTree(text).toString();
  }
}
