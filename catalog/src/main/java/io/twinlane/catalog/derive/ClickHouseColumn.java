package io.twinlane.catalog.derive;

/**
 * One column of a ClickHouse table: its type, the text that stands in when an insert leaves it out (null: nothing), the column whose value
 * stands in on rows from before it was there (null: none), its codecs and its comment.
 */
record ClickHouseColumn(String name, String type, String fallback, String otherwise, String codec, String comment) {
  ClickHouseColumn(String name, String type, String fallback, String codec, String comment) {
    this(name, type, fallback, null, codec, comment);
  }

  /** The column as it stands in CREATE TABLE. */
  String definition() {
    String standsIn = fallback != null ? " DEFAULT " + quoted(fallback) : otherwise != null ? " DEFAULT " + otherwise : "";
    return name + " " + type + standsIn + " COMMENT " + quoted(comment) + " CODEC(" + codec + ")";
  }

  /** The column as it stands in the head of a view. */
  String heading() {
    return name + " " + type + " COMMENT " + quoted(comment);
  }

  /** Whether each row brings its own value, so that an insert must name the column. */
  boolean inserted() {
    return fallback == null;
  }

  boolean nullable() {
    return type.contains("Nullable(");
  }

  /** The type with room for null. */
  String nullableType() {
    if (nullable()) {
      return type;
    }
    return type.equals("LowCardinality(String)") ? "LowCardinality(Nullable(String))" : "Nullable(" + type + ")";
  }

  /**
   * The type as an element of an aggregate state, which can never be altered: without LowCardinality, whose dictionary belongs to a column,
   * and with the code in place of an enum, so that the catalog may gain states.
   */
  String plainType() {
    if (type.startsWith("Enum8(")) {
      return "Int8";
    }
    return type.startsWith("LowCardinality(") ? type.substring("LowCardinality(".length(), type.length() - 1) : type;
  }

  static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
