package io.twinlane.types;

import io.twinlane.normalize.CategoryRow;
import io.twinlane.normalize.MergedState;
import io.twinlane.normalize.RowShape;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** A small category in the shapes that it has over time, and what was kept of it at first. */
final class Shaped {
  static final List<String> STATES = List.of("MISSING", "LIVE", "CARRIED");
  static final RowShape FIRST = shape(STATES,
      part("symbol", "string", "none"), part("bid", "decimal(24,12)", "varies"), part("ask", "decimal(24,12)", "varies"),
      part("change", "decimal(24,12)", "1_percent"));

  private Shaped() {}

  static RowShape.Part part(String name, String dtype, String unit) {
    return new RowShape.Part(name, dtype, unit);
  }

  static RowShape shape(List<String> states, RowShape.Part... fields) {
    return new RowShape("tick", List.of(fields), states);
  }

  /** The first shape with one field as given in place of its own. */
  static RowShape with(RowShape.Part field) {
    return changed(fields -> {
      fields.replaceAll(was -> was.name().equals(field.name()) ? field : was);
      return fields;
    });
  }

  static RowShape changed(UnaryOperator<List<RowShape.Part>> change) {
    return new RowShape("tick", List.copyOf(change.apply(new ArrayList<>(FIRST.fields()))), STATES);
  }

  static MergedState state() {
    return new MergedState(FIRST, values(), units(), new byte[] {1, 1, 0, 1}, (byte) 1);
  }

  /** The same, with where it begins and what read its parts. */
  static MergedState begun() {
    return new MergedState(FIRST, values(), units(), new byte[] {1, 1, 0, 1}, (byte) 1, 17, new String[] {"ib/2", "ib/1", "ib/1", "ib/2", "ib/2"});
  }

  /** A row that more than its own message has a part in. */
  static CategoryRow merged() {
    return new CategoryRow("tick", values(), units(), new byte[] {1, 2, 0, 1}, "ib", "raw.ib/0", 41, 2, "ib/1", 17, 1_600_000_000_000_000L);
  }

  static CategoryRow row() {
    return new CategoryRow("tick", values(), units(), new byte[] {1, 2, 0, 1}, "ib", "raw.ib/0", 41, 2, "ib/1", 1_600_000_000_000_000L);
  }

  private static Object[] values() {
    return new Object[] {"CLZ6", new BigDecimal("103.000000000000"), null, new BigDecimal("1.500000000000")};
  }

  private static String[] units() {
    return new String[] {null, "1_usd", null, null};
  }
}
