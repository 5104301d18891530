package io.twinlane.catalog;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * A catalog without the computations whose own files, or whose team's file, have problems, and those problems by computation,
 * {@code quant/vwap_5m}, or by team, {@code quant}, where it has none that could be named.
 */
public record RunnableCatalog(Catalog catalog, Map<String, List<Problem>> refused) {
  /** A catalog that is in order. */
  public static RunnableCatalog of(Catalog catalog) {
    return new RunnableCatalog(catalog, Map.of());
  }

  /** The same with another catalog, such as one with other instruments. */
  public RunnableCatalog with(Catalog other) {
    return new RunnableCatalog(other, refused);
  }

  /** All that is wrong with what was left out, each thing once. */
  public List<Problem> problems() {
    return refused.values().stream().flatMap(Collection::stream).distinct().sorted().toList();
  }
}
