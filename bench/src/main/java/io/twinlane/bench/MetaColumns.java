package io.twinlane.bench;

import io.twinlane.catalog.Category;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The columns beside a category's values that say what they are. */
final class MetaColumns {
  private MetaColumns() {}

  static Set<String> of(Category category) {
    return category.fields().stream().flatMap(field -> Stream.of("_dtype", "_unit", "_state").map(suffix -> field.name() + suffix))
        .collect(Collectors.toUnmodifiableSet());
  }
}
