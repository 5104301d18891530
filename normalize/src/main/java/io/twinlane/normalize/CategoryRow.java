package io.twinlane.normalize;

import java.util.Arrays;

/**
 * One row of a category. The arrays run parallel to the category's fields: a value is null, String, BigDecimal (at the field's scale), Long
 * (int64, or microseconds UTC for a timestamp) or Boolean; a unit is null where the field has none or always the same one; a state is a
 * code of the catalog's states. Identity: (origin, originOffset, rowIndex).
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
  public final long ingestTime;

  public CategoryRow(
      String category, Object[] values, String[] units, byte[] states, String sourceSystem, String origin, long originOffset, int rowIndex,
      String mappingVersion, long ingestTime) {
    this.category = category;
    this.values = values;
    this.units = units;
    this.states = states;
    this.sourceSystem = sourceSystem;
    this.origin = origin;
    this.originOffset = originOffset;
    this.rowIndex = rowIndex;
    this.mappingVersion = mappingVersion;
    this.ingestTime = ingestTime;
  }

  /** A row of the same message with other contents. */
  CategoryRow with(Object[] otherValues, String[] otherUnits, byte[] otherStates) {
    return new CategoryRow(category, otherValues, otherUnits, otherStates, sourceSystem, origin, originOffset, rowIndex, mappingVersion,
        ingestTime);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CategoryRow row && originOffset == row.originOffset && rowIndex == row.rowIndex && ingestTime == row.ingestTime
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
