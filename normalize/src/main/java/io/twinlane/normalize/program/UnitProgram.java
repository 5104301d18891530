package io.twinlane.normalize.program;

import io.twinlane.catalog.Field;
import io.twinlane.catalog.UnitRule;
import io.twinlane.catalog.load.UnitText;
import io.twinlane.normalize.Reasons;
import io.twinlane.normalize.read.ColumnCell;
import io.twinlane.normalize.read.Kind;
import io.twinlane.normalize.read.Layout;
import io.twinlane.normalize.value.Quote;
import java.util.Map;
import java.util.TreeSet;

/** The unit of a value whose field's unit varies: a constant, the instrument's, or a translated column. */
final class UnitProgram {
  private static final UnitProgram NONE = new UnitProgram(new UnitRule(null, null, null, null), null);
  private final String constant;
  private final boolean price;
  private final boolean size;
  private final ColumnCell column;
  private final Map<String, String> translate;

  private UnitProgram(UnitRule rule, Layout layout) {
    constant = rule.constant();
    price = "price".equals(rule.role());
    size = "size".equals(rule.role());
    column = rule.column() == null ? null : layout.column(rule.column());
    translate = rule.translate() == null ? Map.of() : rule.translate();
  }

  static UnitProgram of(Field field, UnitRule rule, Layout layout) {
    return rule == null || !field.unitVaries() ? NONE : new UnitProgram(rule, layout);
  }

  /** Whether the unit comes from the instrument. */
  static boolean ofInstrument(UnitRule rule) {
    return rule != null && rule.role() != null;
  }

  /** Puts the unit into its place; false when the column names none that the mapping knows. */
  boolean run(Current current, Field field, String[] units, int index) {
    if (column != null) {
      return byColumn(current, field, units, index);
    }
    units[index] = price ? current.resolved.priceUnit() : size ? current.resolved.sizeUnit() : constant;
    return true;
  }

  private boolean byColumn(Current current, Field field, String[] units, int index) {
    Kind kind = column.kind(current.cells);
    String text = kind.textual() ? column.text(current.cells) : null;
    units[index] = text == null ? null : translate.isEmpty() ? asItStands(text) : translate.get(text);
    return units[index] != null || current.fail(Reasons.UNKNOWN_UNIT, "Cannot find the unit of field " + field.name() + ": "
        + Quote.of(kind, text) + " in column " + column.name() + " is not known. Allowed: " + allowed(), field.name(), text);
  }

  private static String asItStands(String text) {
    return UnitText.problem(text, null).isEmpty() ? text : null;
  }

  private String allowed() {
    return translate.isEmpty() ? "an amount and a name, such as 1_usd" : String.join(", ", new TreeSet<>(translate.keySet()));
  }
}
