package io.twinlane.catalog;

import java.io.Serializable;
import java.util.List;

/**
 * Where a landed JSON file has its records: {@code path} leads to their list, {@code total} to the number of records that the source has
 * of what was asked for (empty: it does not say). Both empty: the file is one record.
 */
public record Records(List<String> path, List<String> total) implements Serializable {
  public static final Records NONE = new Records(List.of(), List.of());

  public boolean listed() {
    return !path.isEmpty();
  }

  /** The path as the mapping has it. */
  public String pathText() {
    return String.join(".", path);
  }

  public String totalText() {
    return String.join(".", total);
  }
}
