package io.twinlane.catalog;

import java.util.List;
import java.util.Map;

/** A catalog without the computations whose own files have problems, and those problems by computation: {@code quant/vwap_5m}. */
public record RunnableCatalog(Catalog catalog, Map<String, List<Problem>> refused) {
  /** The same with another catalog, such as one with other instruments. */
  public RunnableCatalog with(Catalog other) {
    return new RunnableCatalog(other, refused);
  }
}
