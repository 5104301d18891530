package io.twinlane.catalog.derive;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.Computation;
import io.twinlane.catalog.Computation.OutputColumn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/** What a team finds in Redis: for every computation the form of its keys, the fields of its hashes and how long they live. */
public final class RedisKeys {
  static final String FILE = "redis/keys.yaml";

  private static final Pattern EXAMPLE = Pattern.compile("such as ([^\\s,;]*[^\\s,;:.!?)])");
  private static final int LINE_WIDTH = 140;

  private RedisKeys() {}

  /** {@code redis/keys.yaml}, of every computation. */
  public static Map<String, String> files(Catalog catalog) {
    return Map.of(FILE, yaml(catalog.computations().stream().map(RedisKeys::entry).toList()));
  }

  /** The form of a computation's keys: {@code research:bars_1m:<symbol>:<minute>}. */
  public static String form(Computation computation) {
    return computation.keyPrefix() + String.join(":", computation.keys().stream().map(key -> "<" + key + ">").toList());
  }

  /** A key as it may look, with the word that follows "such as" in each key column's description. */
  public static String example(Computation computation) {
    return key(computation, computation.keys().stream().map(key -> exampleValue(computation, key)).toList());
  }

  /** The key of a row by the values of its key columns, in order: every value but the last has % and : written as %25 and %3A. */
  public static String key(Computation computation, List<String> values) {
    List<String> parts = new ArrayList<>(values);
    for (int i = 0; i < parts.size() - 1; i++) {
      parts.set(i, parts.get(i).replace("%", "%25").replace(":", "%3A"));
    }
    return computation.keyPrefix() + String.join(":", parts);
  }

  private static String exampleValue(Computation computation, String key) {
    OutputColumn column = computation.columns().stream().filter(c -> c.name().equals(key)).findFirst().orElseThrow();
    Matcher matcher = EXAMPLE.matcher(column.description());
    return matcher.find() ? matcher.group(1) : "<" + key + ">";
  }

  private static Map<String, Object> entry(Computation computation) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("team", computation.team());
    entry.put("computation", computation.name());
    entry.put("description", computation.description());
    entry.put("key", form(computation));
    entry.put("example", "HGETALL " + example(computation));
    entry.put("all", "SCAN 0 MATCH " + computation.keyPrefix() + "* COUNT 1000");
    entry.put("ttl", computation.ttl().toSeconds() + " s after the last write");
    entry.put("fields", computation.columns().stream().map(RedisKeys::field).toList());
    return entry;
  }

  private static Map<String, Object> field(OutputColumn column) {
    Map<String, Object> field = new LinkedHashMap<>();
    field.put("name", column.name());
    field.put("text", text(column.type()));
    field.put("description", column.description());
    return field;
  }

  /** What a reader must parse: Redis holds text only. */
  private static String text(String type) {
    String plain = type.toUpperCase(java.util.Locale.ROOT);
    if (plain.startsWith("DECIMAL")) {
      return "exact decimal number, no exponent";
    } else if (plain.startsWith("TIMESTAMP")) {
      return "ISO-8601 time, UTC";
    } else if (plain.endsWith("INT") || plain.equals("INTEGER")) {
      return "whole number";
    }
    return switch (plain) {
      case "FLOAT", "DOUBLE" -> "binary floating point number, no exponent";
      case "BOOLEAN" -> "true or false";
      case "DATE" -> "ISO-8601 date";
      default -> "text";
    };
  }

  private static String yaml(List<Map<String, Object>> entries) {
    DumperOptions options = new DumperOptions();
    options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
    options.setWidth(LINE_WIDTH);
    options.setSplitLines(true);
    options.setAllowUnicode(true);
    return new Yaml(options).dump(entries);
  }
}
