package io.twinlane.catalog;

import java.util.List;

/**
 * The columns that every row of every table carries after its fields: where it came from and when it reached the platform. For a column that
 * rows of before do not have, {@code otherwise} names the one whose value stands for theirs; null: every row has it.
 */
public record TechnicalColumn(String name, Dtype dtype, String description, String otherwise) {
  private TechnicalColumn(String name, Dtype dtype, String description) {
    this(name, dtype, description, null);
  }

  /** Names of those that tell which row it is. */
  public static final List<String> IDENTITY = List.of("origin", "origin_offset", "row_index");

  public static final List<TechnicalColumn> ALL = List.of(
      new TechnicalColumn("source_system", Dtype.STRING, "Source that the row came from"),
      new TechnicalColumn("origin", Dtype.STRING, "Kafka topic/partition or lake file that holds the raw message"),
      new TechnicalColumn("origin_offset", Dtype.INT64, "Offset in the partition, or record number in the file"),
      new TechnicalColumn("row_index", Dtype.INT64, "Place of the row among those that its raw message gave"),
      new TechnicalColumn("mapping_version", Dtype.STRING, "Version of the source mapping that made the row; of a merged row, the oldest that had a part in it"),
      new TechnicalColumn("merged_from", Dtype.INT64,
          "Offset of the first message that may have a part in the row, its own where nothing is merged: the smaller, the more complete",
          "origin_offset"),
      new TechnicalColumn("ingest_time", Dtype.TIMESTAMP, "When the raw message reached the platform"));
}
