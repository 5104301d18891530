package io.twinlane.catalog.derive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Avro's fingerprint of a schema (CRC-64-AVRO of its Parsing Canonical Form), which stands at the head of every row of a topic. */
public final class SchemaFingerprint {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> PRIMITIVES = Set.of("null", "boolean", "int", "long", "float", "double", "bytes", "string");

  private SchemaFingerprint() {}

  /** 16 hexadecimal digits. Throws an IllegalArgumentException when the text is no schema of a record. */
  public static String of(String schema) {
    try {
      JsonNode root = JSON.readTree(schema);
      if (!root.path("fields").isArray() || !root.path("name").isTextual()) {
        throw new IllegalArgumentException("it is no Avro schema of a record");
      }
      return HexFormat.of().toHexDigits(Crc64.of(canonical(root, "")));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("it is no JSON: " + e.getOriginalMessage(), e);
    }
  }

  private static String canonical(JsonNode schema, String namespace) {
    if (schema.isTextual()) {
      return quoted(PRIMITIVES.contains(schema.textValue()) ? schema.textValue() : full(schema.textValue(), namespace));
    }
    if (schema.isArray()) {
      return list(schema, part -> canonical(part, namespace));
    }
    String type = schema.path("type").asText();
    if (!schema.has("name")) {
      return PRIMITIVES.contains(type) ? quoted(type) : canonical(schema.get("type"), namespace);
    }
    String name = full(schema.get("name").textValue(), schema.path("namespace").asText(namespace));
    String inner = name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : "";
    String rest = type.equals("enum")
        ? "\"symbols\":" + list(schema.get("symbols"), symbol -> quoted(symbol.textValue()))
        : "\"fields\":" + list(schema.get("fields"), field ->
            "{\"name\":" + quoted(field.get("name").textValue()) + ",\"type\":" + canonical(field.get("type"), inner) + "}");
    return "{\"name\":" + quoted(name) + ",\"type\":" + quoted(type) + "," + rest + "}";
  }

  private static String full(String name, String namespace) {
    return name.contains(".") || namespace.isEmpty() ? name : namespace + "." + name;
  }

  private static String list(JsonNode items, Function<JsonNode, String> text) {
    List<String> texts = new ArrayList<>();
    items.forEach(item -> texts.add(text.apply(item)));
    return "[" + String.join(",", texts) + "]";
  }

  private static String quoted(String text) {
    return '"' + text + '"';
  }
}
