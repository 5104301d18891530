package io.twinlane.normalize;

import io.twinlane.catalog.Category;
import io.twinlane.catalog.States;
import java.io.Serializable;
import java.util.List;

/**
 * What the arrays of a row mean: the fields in their order, and the states by code. Whatever keeps rows for longer than a run keeps their
 * shape beside them, so that a later catalog reads them by name.
 */
public record RowShape(String category, List<Part> fields, List<String> states) implements Serializable {
  /** A field as far as its values depend on it: {@code dtype} and {@code unit} as the catalog writes them. */
  public record Part(String name, String dtype, String unit) implements Serializable {}

  public static RowShape of(Category category, States states) {
    return new RowShape(
        category.name(), category.fields().stream().map(field -> new Part(field.name(), field.dtype().text(), field.unit())).toList(),
        states.names());
  }

  int indexOf(String field) {
    for (int i = 0; i < fields.size(); i++) {
      if (fields.get(i).name().equals(field)) {
        return i;
      }
    }
    return -1;
  }
}
