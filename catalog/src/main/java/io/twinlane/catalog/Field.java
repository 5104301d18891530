package io.twinlane.catalog;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;

/**
 * One canonical field of a category. {@code unit} is {@code none}, {@code varies} (a row says) or a unit that holds for every row.
 * {@code required} fields are in every row. With an {@code exemption} (null: there is none) every row but the exempt ones has the field.
 * {@code minimum} is the least number that its values may be; null: any.
 */
public record Field(String name, Dtype dtype, String unit, boolean required, Exemption exemption, BigDecimal minimum, String description)
    implements Serializable {
  public static final String NO_UNIT = "none";
  public static final String UNIT_VARIES = "varies";

  /** A field without exemption and minimum. */
  public Field(String name, Dtype dtype, String unit, boolean required, String description) {
    this(name, dtype, unit, required, null, null, description);
  }

  public boolean unitVaries() {
    return unit.equals(UNIT_VARIES);
  }

  /** The unit that every row has, null when the field has none. Only for fields whose unit does not vary. */
  public String constantUnit() {
    return unit.equals(NO_UNIT) ? null : unit;
  }

  /** Whether rows must have a value, all of them or all that are not exempt. */
  public boolean needed() {
    return required || exemption != null;
  }

  /** Whether the rows that these rules make are exempt: a constant says so. What a row's own text says exempts nothing. */
  public boolean exempt(List<FieldRule> rules) {
    return exemption != null && rules.stream().anyMatch(rule -> rule.field().equals(exemption.field())
        && rule.from() == FieldRule.From.VALUE && exemption.value().equals(rule.value()));
  }
}
