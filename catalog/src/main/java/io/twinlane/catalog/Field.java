package io.twinlane.catalog;

import java.io.Serializable;

/** One canonical field of a category. {@code unit} is {@code none}, {@code varies} (a row says) or a unit that holds for every row. */
public record Field(String name, Dtype dtype, String unit, boolean required, String description) implements Serializable {
  public static final String NO_UNIT = "none";
  public static final String UNIT_VARIES = "varies";

  public boolean unitVaries() {
    return unit.equals(UNIT_VARIES);
  }

  /** The unit that every row has, null when the field has none. Only for fields whose unit does not vary. */
  public String constantUnit() {
    return unit.equals(NO_UNIT) ? null : unit;
  }
}
