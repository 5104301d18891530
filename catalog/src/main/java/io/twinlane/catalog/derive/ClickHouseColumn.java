package io.twinlane.catalog.derive;

/** One column of a ClickHouse table: its type, what stands in when an insert leaves it out (null: nothing), its codecs and its comment. */
record ClickHouseColumn(String name, String type, String fallback, String codec, String comment) {

  /** The column as it stands in CREATE TABLE. */
  String definition() {
    return name + " " + type + (fallback == null ? "" : " DEFAULT " + quoted(fallback)) + " CODEC(" + codec + ") COMMENT " + quoted(comment);
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

  /** The type without LowCardinality, as an element of an aggregate state: the dictionary belongs to a column, not to a value. */
  String plainType() {
    return type.startsWith("LowCardinality(") ? type.substring("LowCardinality(".length(), type.length() - 1) : type;
  }

  static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
