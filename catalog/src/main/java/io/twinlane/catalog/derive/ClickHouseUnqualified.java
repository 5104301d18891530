package io.twinlane.catalog.derive;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.Dtype;
import java.util.List;

/** The table that shows analysts and operators what did not qualify, why, and the raw message itself. */
final class ClickHouseUnqualified {
  private ClickHouseUnqualified() {}

  static String createTable(Catalog catalog) {
    List<ClickHouseColumn> columns = columns();
    return ClickHouseTables.create(catalog, ClickHouseTables.UNQUALIFIED, ClickHouseTables.ranked(columns, ClickHouseRank.ofUnqualified()))
        + ClickHouseRank.ENGINE
        + "\nORDER BY (source_system, reason, origin, origin_offset, row_index)"
        + ClickHouseTables.retained(catalog.platform().topics().unqualifiedRetention())
        + ClickHouseTables.settings(columns, List.of())
        + "\nCOMMENT 'Rows and messages that could not go on, kept whole with reason and origin'";
  }

  static List<ClickHouseColumn> columns() {
    return List.of(
        text("source_system", true, "Source that the message came from"),
        text("category", false, "Category that it would have been a row of; null when it did not get that far"),
        text("reason", true, "Reason code"),
        new ClickHouseColumn("explanation", "String", null, "ZSTD(1)", "The reason as a sentence"),
        text("field", false, "Field that it failed at; null when it was the message as a whole"),
        new ClickHouseColumn("raw_value", "Nullable(String)", null, "ZSTD(1)", "What the source gave for the field"),
        new ClickHouseColumn("raw", "String", null, "ZSTD(3)", "The raw message, byte for byte"),
        text("origin", true, "Kafka topic/partition or lake file that holds the raw message"),
        number("origin_offset", Dtype.INT64, "Offset in the partition, or record number in the file"),
        number("row_index", Dtype.INT64, "Place of the row among those that its raw message gave"),
        text("mapping_version", true, "Version of the source mapping that refused it"),
        number("receive_time", Dtype.TIMESTAMP, "When the message was received from the source"),
        number("ingest_time", Dtype.TIMESTAMP, "When the message reached the platform"));
  }

  private static ClickHouseColumn text(String name, boolean required, String comment) {
    return ClickHouseColumns.column(name, Dtype.STRING, required, comment);
  }

  private static ClickHouseColumn number(String name, Dtype dtype, String comment) {
    return ClickHouseColumns.column(name, dtype, true, comment);
  }
}
