package io.twinlane.catalog.derive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.Category;
import io.twinlane.catalog.Dtype;
import io.twinlane.catalog.Field;
import io.twinlane.catalog.States;
import io.twinlane.catalog.TechnicalColumn;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * The Avro schemas of what the buffer holds. A category has two of the same record: the wire schema, which rows are written with and which
 * leaves out what never changes, and the reader schema, in which Avro's resolution fills {@code f_dtype} and constant units from defaults.
 */
public final class AvroSchemas {
  public static final String NAMESPACE = "io.twinlane.category";
  /** Name of the enum of field states; its symbols are in the order of the state codes. */
  public static final String STATE_ENUM = "field_state";

  /** Names of the schemas of receipts, beside those of categories. */
  public static final String UNQUALIFIED = "unqualified";
  public static final String DROPPED = "dropped";

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private AvroSchemas() {}

  /** {@code avro/<category>.wire.avsc}, {@code avro/<category>.avsc}, {@code avro/unqualified.avsc} and {@code avro/dropped.avsc}. */
  public static Map<String, String> files(Catalog catalog) {
    Map<String, String> files = new TreeMap<>();
    for (Category category : catalog.categories()) {
      files.put("avro/" + category.name() + ".wire.avsc", wire(category, catalog.states()));
      files.put("avro/" + category.name() + ".avsc", reader(category, catalog.states()));
    }
    files.put("avro/" + UNQUALIFIED + ".avsc", unqualified());
    files.put("avro/" + DROPPED + ".avsc", dropped());
    return files;
  }

  /** What rows and receipts in topics are written with, by the names of categories, {@code unqualified} and {@code dropped}. */
  public static Map<String, String> written(Catalog catalog) {
    Map<String, String> written = new TreeMap<>();
    catalog.categories().forEach(category -> written.put(category.name(), wire(category, catalog.states())));
    written.put(UNQUALIFIED, unqualified());
    written.put(DROPPED, dropped());
    return written;
  }

  /**
   * What a row is written with. Avro's fingerprint, which each row carries, sees neither scales nor units, but it sees the namespace: dtypes
   * and units are part of that, so that a row of scale 12 is never read at scale 8. Readers go by names without namespace.
   */
  public static String wire(Category category, States states) {
    AvroRecord schema = new AvroRecord(NAMESPACE + "." + typesOf(category), category.name(), category.description());
    for (Field field : category.fields()) {
      value(schema, field).put("unit", field.unit());
      if (field.unitVaries()) {
        schema.optional(field.name() + "_unit", string(), unitDoc(field));
      }
      state(schema, field, states);
    }
    return technical(schema).text();
  }

  /** What a consumer reads with: every field f with f_dtype, f_unit and f_state beside it. */
  public static String reader(Category category, States states) {
    AvroRecord schema = new AvroRecord(NAMESPACE, category.name(), category.description());
    for (Field field : category.fields()) {
      value(schema, field);
      schema.constant(field.name() + "_dtype", field.dtype().text(), "Type of " + field.name() + ", always this one");
      if (field.unitVaries() || field.constantUnit() == null) {
        schema.optional(field.name() + "_unit", string(), unitDoc(field));
      } else {
        schema.constant(field.name() + "_unit", field.constantUnit(), unitDoc(field));
      }
      state(schema, field, states);
    }
    return technical(schema).text();
  }

  /** A row or message that could not go on. */
  public static String unqualified() {
    return new AvroRecord(NAMESPACE, "unqualified_row", "A row or message that could not go on, kept whole")
        .required("source_system", string(), "Source that the message came from")
        .optional("category", string(), "Category that it was meant for; null when it did not get that far")
        .required("reason", string(), "Reason code")
        .required("explanation", string(), "What is wrong, in a sentence")
        .optional("field", string(), "Field that it failed at")
        .optional("raw_value", string(), "Value that it failed at, as the source gave it")
        .optional("raw", JSON.textNode("bytes"), "The whole raw message")
        .required("origin", string(), "Kafka topic/partition that holds the raw message")
        .required("origin_offset", type(Dtype.INT64), "Offset in the partition")
        .required("row_index", type(Dtype.INT64), "Place of the row among those that its raw message gave")
        .required("mapping_version", string(), "Version of the source mapping that refused it")
        .required("receive_time", type(Dtype.TIMESTAMP), "When the message was received from the source")
        .required("ingest_time", type(Dtype.TIMESTAMP), "When the message reached the platform")
        .text();
  }

  /** The receipt of a message that gives no row on purpose. */
  public static String dropped() {
    return new AvroRecord(NAMESPACE, "dropped_message", "The receipt of a message that gives no row on purpose")
        .required("source_system", string(), "Source that the message came from")
        .required("reason", string(), "Reason code")
        .required("origin", string(), "Kafka topic/partition that holds the raw message")
        .required("origin_offset", type(Dtype.INT64), "Offset in the partition")
        .required("mapping_version", string(), "Version of the source mapping that dropped it")
        .required("ingest_time", type(Dtype.TIMESTAMP), "When the message reached the platform")
        .text();
  }

  private static ObjectNode value(AvroRecord schema, Field field) {
    String doc = field.description() + ". " + unitDoc(field);
    if (field.required()) {
      schema.required(field.name(), type(field.dtype()), doc);
    } else {
      schema.optional(field.name(), type(field.dtype()), doc);
    }
    return schema.last();
  }

  private static void state(AvroRecord schema, Field field, States states) {
    String name = field.name() + "_state";
    if (schema.has(STATE_ENUM)) {
      schema.required(name, string(NAMESPACE + "." + STATE_ENUM), "State of " + field.name());
    } else {
      schema.enumeration(name, STATE_ENUM, states, "State of " + field.name());
    }
  }

  private static AvroRecord technical(AvroRecord schema) {
    for (TechnicalColumn column : TechnicalColumn.ALL) {
      schema.required(column.name(), type(column.dtype()), column.description());
    }
    return schema;
  }

  /** A name for what Avro's fingerprint does not see of the fields. */
  private static String typesOf(Category category) {
    StringBuilder text = new StringBuilder();
    category.fields().forEach(field -> text.append(field.name()).append(' ').append(field.dtype().text()).append(' ')
        .append(field.unit()).append('\n'));
    TechnicalColumn.ALL.forEach(column -> text.append(column.name()).append(' ').append(column.dtype().text()).append('\n'));
    return "types_" + HexFormat.of().toHexDigits(Crc64.of(text.toString()));
  }

  /** A schema on one line, without descriptions. */
  static String withoutDocs(String schema) {
    try {
      JsonNode root = new ObjectMapper().readTree(schema);
      root.findParents("doc").forEach(node -> ((ObjectNode) node).remove("doc"));
      return root.toString();
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Cannot read a released schema: " + e.getOriginalMessage(), e);
    }
  }

  private static String unitDoc(Field field) {
    if (field.unitVaries()) {
      return "Unit: varies, in " + field.name() + "_unit";
    }
    return "Unit: " + field.unit();
  }

  private static JsonNode type(Dtype dtype) {
    return switch (dtype.kind()) {
      case STRING -> string();
      case BOOLEAN -> string("boolean");
      case INT64 -> string("long");
      case TIMESTAMP -> JSON.objectNode().put("type", "long").put("logicalType", "timestamp-micros");
      case DECIMAL -> decimal(dtype);
    };
  }

  private static ObjectNode decimal(Dtype dtype) {
    return JSON.objectNode()
        .put("type", "bytes").put("logicalType", "decimal").put("precision", dtype.precision()).put("scale", dtype.scale());
  }

  private static JsonNode string() {
    return string("string");
  }

  private static JsonNode string(String name) {
    return JSON.textNode(name);
  }
}
