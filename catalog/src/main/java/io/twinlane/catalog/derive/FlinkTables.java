package io.twinlane.catalog.derive;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.Category;
import io.twinlane.catalog.Dtype;
import io.twinlane.catalog.Field;
import io.twinlane.catalog.TechnicalColumn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The categories as Flink SQL tables, and their views. The committed text is what jobs run, but for {@link #BOOTSTRAP_SERVERS}, which stands for
 * the one value that differs between environments, and for earlier schemas of the topic, which jobs add. Flink's windows work on
 * milliseconds: beside the designated timestamp stands {@code <timestamp>_ms}.
 */
public final class FlinkTables {
  /** Stands in the committed text where a job puts the address of its Kafka. */
  public static final String BOOTSTRAP_SERVERS = "${kafka.bootstrap-servers}";
  /** How much longer than the topic keeps rows a job remembers which ones it has seen. */
  private static final Duration MARGIN = Duration.ofHours(1);
  private static final String ALLOWED_LATENESS = "INTERVAL '5' SECOND";

  private final List<String> columns = new ArrayList<>();

  private FlinkTables() {}

  /** {@code flink/<category>.sql}. */
  public static Map<String, String> files(Catalog catalog) {
    Map<String, String> files = new TreeMap<>();
    for (Category category : catalog.categories()) {
      List<String> statements = withViews(category, createStatement(catalog, category));
      files.put("flink/" + category.name() + ".sql", statements.stream().map(s -> s + ";\n").collect(Collectors.joining("\n")));
    }
    return files;
  }

  /**
   * A category's table over one Kafka, and the views that the category declares.
   *
   * @param properties what Kafka's clients need besides, secrets by reference
   */
  public static List<String> createStatements(
      Catalog catalog, Category category, String bootstrapServers, Map<String, String> properties, boolean bounded) {
    return withViews(category, createStatement(catalog, category, bootstrapServers, properties, bounded));
  }

  /** What a query that names the category as its input may read. */
  public static List<String> readable(Category category) {
    List<String> names = new ArrayList<>(List.of(category.name()));
    category.views().forEach(view -> names.add(view.name()));
    return names;
  }

  /** The statement as committed. */
  public static String createStatement(Catalog catalog, Category category) {
    FlinkTables table = new FlinkTables();
    category.fields().forEach(table::field);
    for (TechnicalColumn column : TechnicalColumn.ALL) {
      table.column(column.name(), type(column.dtype()) + " NOT NULL", column.description());
    }
    table.watermark(category.timestamp());
    return "CREATE TABLE " + quotedName(category.name()) + " (\n" + String.join(",\n", table.columns) + "\n) COMMENT "
        + quoted(category.description().strip()) + "\nWITH (\n" + options(catalog, category) + "\n)";
  }

  /** The statement for one Kafka. A bounded table ends with what its topic holds when the query starts. */
  public static String createStatement(
      Catalog catalog, Category category, String bootstrapServers, Map<String, String> properties, boolean bounded) {
    String statement = createStatement(catalog, category).replace(BOOTSTRAP_SERVERS, bootstrapServers.replace("'", "''"));
    List<String> more = new ArrayList<>();
    new TreeMap<>(properties).forEach((name, value) -> more.add(option("properties." + name, value)));
    List<String> earlier = earlierSchemas(catalog, category);
    if (!earlier.isEmpty()) {
      more.add(option("earlier-schemas", "[" + String.join(",", earlier) + "]"));
    }
    if (bounded) {
      more.add(option("scan.bounded", "true"));
    }
    return more.isEmpty() ? statement : statement.substring(0, statement.length() - 2) + ",\n" + String.join(",\n", more) + "\n)";
  }

  /** Name of the column that windows and watermarks of a category work on. */
  public static String timeAttribute(Category category) {
    return category.timestamp() + "_ms";
  }

  private static List<String> withViews(Category category, String table) {
    List<String> statements = new ArrayList<>(List.of(table));
    statements.addAll(FlinkViews.createStatements(category));
    return statements;
  }

  private void field(Field field) {
    String name = field.name();
    String unit = field.unitVaries() ? "Unit: varies, in " + name + "_unit" : "Unit: " + field.unit();
    column(name, type(field.dtype()) + (field.required() ? " NOT NULL" : ""), field.description() + ". " + unit);
    column(name + "_dtype", "STRING NOT NULL", "Type of " + name + ", always " + field.dtype().text());
    column(name + "_unit", "STRING", "Unit of " + name + (field.unitVaries() ? " in this row" : ", always " + field.unit()));
    column(name + "_state", "STRING NOT NULL", "State of " + name);
  }

  private void column(String name, String type, String comment) {
    columns.add("  " + quotedName(name) + " " + type + " COMMENT " + quoted(comment));
  }

  private void watermark(String timestamp) {
    String attribute = quotedName(timestamp + "_ms");
    columns.add("  " + attribute + " AS CAST(" + quotedName(timestamp) + " AS TIMESTAMP_LTZ(3)) COMMENT "
        + quoted(timestamp + " in milliseconds, which windows work on"));
    columns.add("  WATERMARK FOR " + attribute + " AS " + attribute + " - " + ALLOWED_LATENESS);
  }

  private static String options(Catalog catalog, Category category) {
    String units = category.fields().stream().filter(f -> f.unitVaries() || f.constantUnit() != null)
        .map(f -> f.name() + ":" + f.unit()).collect(Collectors.joining(","));
    Duration remembered = catalog.platform().topics().of(KafkaTopics.categoryTopic(category.name())).retention().plus(MARGIN);
    return String.join(",\n",
        option("connector", "twinlane-category"),
        option("category", category.name()),
        option("identifier", category.identifier()),
        option("timestamp", category.timestamp()),
        option("states", String.join(";", catalog.states().names())),
        option("units", units),
        option("repeats.remembered", remembered.toMinutes() + " min"),
        option("properties.bootstrap.servers", BOOTSTRAP_SERVERS));
  }

  /** The schemas that rows of before may have, without what says nothing of their form. */
  private static List<String> earlierSchemas(Catalog catalog, Category category) {
    String now = AvroSchemas.wire(category, catalog.states());
    return category.releasedSchemas().stream().filter(schema -> !SchemaFingerprint.of(schema).equals(SchemaFingerprint.of(now)))
        .map(AvroSchemas::withoutDocs).toList();
  }

  private static String option(String key, String value) {
    return "  " + quoted(key) + " = " + quoted(value);
  }

  private static String type(Dtype dtype) {
    return switch (dtype.kind()) {
      case STRING -> "STRING";
      case BOOLEAN -> "BOOLEAN";
      case INT64 -> "BIGINT";
      case TIMESTAMP -> "TIMESTAMP_LTZ(6)";
      case DECIMAL -> "DECIMAL(" + dtype.precision() + ", " + dtype.scale() + ")";
    };
  }

  private static String quotedName(String name) {
    return "`" + name + "`";
  }

  static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
