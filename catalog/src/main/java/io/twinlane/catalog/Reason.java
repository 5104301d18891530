package io.twinlane.catalog;

import java.io.Serializable;

/** Why a message or a row is no data, with its meaning; every reason that anything gives is in the catalog's list. */
public record Reason(String name, Kind kind, String meaning) implements Serializable {
  /** DROP: gives no row on purpose. UNQUALIFIED: could not go on, and is kept whole. */
  public enum Kind { DROP, UNQUALIFIED }
}
