package io.twinlane.catalog.derive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.twinlane.catalog.State;
import io.twinlane.catalog.States;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A record schema in the making, and its text with one field a line. */
final class AvroRecord {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String STATE_FOR_LATER_ONES = "UNKNOWN";

  private final String namespace;
  private final String name;
  private final String doc;
  private final List<ObjectNode> fields = new ArrayList<>();
  private final Set<String> enums = new HashSet<>();

  AvroRecord(String namespace, String name, String doc) {
    this.namespace = namespace;
    this.name = name;
    this.doc = doc;
  }

  AvroRecord required(String field, JsonNode type, String description) {
    field(field, type, description);
    return this;
  }

  AvroRecord optional(String field, JsonNode type, String description) {
    field(field, JSON.arrayNode().add("null").add(type), description).putNull("default");
    return this;
  }

  AvroRecord constant(String field, String value, String description) {
    field(field, JSON.textNode("string"), description).put("default", value);
    return this;
  }

  /** A field of a new enum. An old reader takes a state that it does not know for UNKNOWN, where there is one. */
  AvroRecord enumeration(String field, String enumName, States states, String description) {
    String meanings = states.list().stream().map(s -> s.name() + ": " + s.meaning()).collect(Collectors.joining(" "));
    ObjectNode type = JSON.objectNode().put("type", "enum").put("name", enumName).put("namespace", AvroSchemas.NAMESPACE).put("doc", meanings);
    ArrayNode symbols = type.putArray("symbols");
    states.list().stream().map(State::name).forEach(symbols::add);
    if (states.has(STATE_FOR_LATER_ONES)) {
      type.put("default", STATE_FOR_LATER_ONES);
    }
    enums.add(enumName);
    return required(field, type, description);
  }

  /** The field that was added last. */
  ObjectNode last() {
    return fields.get(fields.size() - 1);
  }

  boolean has(String enumName) {
    return enums.contains(enumName);
  }

  String text() {
    return "{\n  \"type\": \"record\",\n  \"name\": " + JSON.textNode(name) + ",\n  \"namespace\": \"" + namespace
        + "\",\n  \"doc\": " + JSON.textNode(doc.strip()) + ",\n  \"fields\": [\n"
        + fields.stream().map(f -> "    " + f).collect(Collectors.joining(",\n")) + "\n  ]\n}\n";
  }

  private ObjectNode field(String field, JsonNode type, String description) {
    ObjectNode node = JSON.objectNode().put("name", field).set("type", type);
    node.put("doc", description);
    fields.add(node);
    return node;
  }
}
