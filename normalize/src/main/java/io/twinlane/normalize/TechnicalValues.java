package io.twinlane.normalize;

import io.twinlane.catalog.TechnicalColumn;
import java.util.function.Function;

/**
 * The technical columns of a row in the order of {@link TechnicalColumn#ALL}: the one place that knows which is which. Whoever writes rows
 * says how a text and a number are written; times are numbers, in microseconds UTC.
 */
public final class TechnicalValues {
  private TechnicalValues() {}

  /** Takes the values one after another. */
  public interface Output<E extends Exception> {
    void text(String value) throws E;

    void number(long value) throws E;
  }

  /** Gives the values one after another. */
  public interface Input<E extends Exception> {
    String text() throws E;

    long number() throws E;
  }

  public static <E extends Exception> void write(CategoryRow row, Output<E> out) throws E {
    out.text(row.sourceSystem);
    out.text(row.origin);
    out.number(row.originOffset);
    out.number(row.rowIndex);
    out.text(row.mappingVersion);
    out.number(row.mergedFrom);
    out.number(row.ingestTime);
  }

  /** The row of these arrays and the values that {@code in} gives. */
  public static <E extends Exception> CategoryRow read(String category, Object[] values, String[] units, byte[] states, Input<E> in)
      throws E {
    return new CategoryRow(category, values, units, states, in.text(), in.text(), in.number(), Math.toIntExact(in.number()), in.text(),
        in.number(), in.number());
  }

  /** How one column is read from a row: as String or Long. For stores that go by names. */
  public static Function<CategoryRow, Object> of(TechnicalColumn column) {
    return switch (column.name()) {
      case "source_system" -> row -> row.sourceSystem;
      case "origin" -> row -> row.origin;
      case "origin_offset" -> row -> row.originOffset;
      case "row_index" -> row -> (long) row.rowIndex;
      case "mapping_version" -> row -> row.mappingVersion;
      case "merged_from" -> row -> row.mergedFrom;
      case "ingest_time" -> row -> row.ingestTime;
      default -> throw new IllegalArgumentException("Cannot read " + column.name() + " from a row: rows do not have it");
    };
  }
}
