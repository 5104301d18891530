package io.twinlane.catalog;

import java.io.Serializable;
import java.math.BigDecimal;

/**
 * One canonical field of a category. {@code unit} is {@code none}, {@code varies} (a row says) or a unit that holds for every row.
 * {@code minimum} is the least number that its values may be; null: any.
 */
public record Field(String name, Dtype dtype, String unit, boolean required, BigDecimal minimum, String description) implements Serializable {
  public static final String NO_UNIT = "none";
  public static final String UNIT_VARIES = "varies";

  /** A field without a minimum. */
  public Field(String name, Dtype dtype, String unit, boolean required, String description) {
    this(name, dtype, unit, required, null, description);
  }

  public boolean unitVaries() {
    return unit.equals(UNIT_VARIES);
  }

  /** The unit that every row has, null when the field has none. Only for fields whose unit does not vary. */
  public String constantUnit() {
    return unit.equals(NO_UNIT) ? null : unit;
  }
}
