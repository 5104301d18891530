package io.twinlane.kafka;

import io.twinlane.catalog.Category;
import io.twinlane.normalize.CategoryRow;
import org.apache.flink.api.java.functions.KeySelector;

/** Keys category rows by their designated identifier, such as the symbol. */
public record ByIdentifier(int index) implements KeySelector<CategoryRow, String> {
  public static ByIdentifier of(Category category) {
    return new ByIdentifier(category.identifierIndex());
  }

  @Override
  public String getKey(CategoryRow row) {
    return (String) row.values[index];
  }
}
