package io.twinlane.normalize;

import java.util.Arrays;

/**
 * One row of a category. The arrays run parallel to the category's fields: a value is null, String, BigDecimal (at the field's scale), Long
 * (int64, or microseconds UTC for a timestamp) or Boolean; a unit is null where the field has none or always the same one; a state is a
 * code of the catalog's states. Identity: (origin, originOffset, rowIndex). {@code mergedFrom} is the offset of the first message that may
 * have a part in the row: of two rows of one identity and mapping, the one with the smaller is the more complete.
 */
public final class CategoryRow {
  public final String category;
  public final Object[] values;
  public final String[] units;
  public final byte[] states;
  public final String sourceSystem;
  public final String origin;
  public final long originOffset;
  public final int rowIndex;
  public final String mappingVersion;
  public final long mergedFrom;
  public final long ingestTime;

  /** A row that nothing was merged into. */
  public CategoryRow(
      String category, Object[] values, String[] units, byte[] states, String sourceSystem, String origin, long originOffset, int rowIndex,
      String mappingVersion, long ingestTime) {
    this(category, values, units, states, sourceSystem, origin, originOffset, rowIndex, mappingVersion, originOffset, ingestTime);
  }

  public CategoryRow(
      String category, Object[] values, String[] units, byte[] states, String sourceSystem, String origin, long originOffset, int rowIndex,
      String mappingVersion, long mergedFrom, long ingestTime) {
    this.category = category;
    this.values = values;
    this.units = units;
    this.states = states;
    this.sourceSystem = sourceSystem;
    this.origin = origin;
    this.originOffset = originOffset;
    this.rowIndex = rowIndex;
    this.mappingVersion = mappingVersion;
    this.mergedFrom = mergedFrom;
    this.ingestTime = ingestTime;
  }

  /** A row of the same message with other contents. */
  CategoryRow with(Object[] otherValues, String[] otherUnits, byte[] otherStates) {
    return with(otherValues, otherUnits, otherStates, mappingVersion, mergedFrom);
  }

  /** A row of the same message with other contents, made of more than the message. */
  CategoryRow with(Object[] otherValues, String[] otherUnits, byte[] otherStates, String oldestMapping, long from) {
    return new CategoryRow(category, otherValues, otherUnits, otherStates, sourceSystem, origin, originOffset, rowIndex, oldestMapping, from,
        ingestTime);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CategoryRow row && originOffset == row.originOffset && rowIndex == row.rowIndex && ingestTime == row.ingestTime
        && mergedFrom == row.mergedFrom
        && category.equals(row.category) && sourceSystem.equals(row.sourceSystem) && origin.equals(row.origin)
        && mappingVersion.equals(row.mappingVersion) && Arrays.equals(values, row.values) && Arrays.equals(units, row.units)
        && Arrays.equals(states, row.states);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * origin.hashCode() + Long.hashCode(originOffset)) + rowIndex;
  }

  @Override
  public String toString() {
    return category + " " + origin + "@" + originOffset + "#" + rowIndex + " " + Arrays.toString(values);
  }
}
