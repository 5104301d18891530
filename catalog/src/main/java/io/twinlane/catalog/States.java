package io.twinlane.catalog;

import java.io.Serializable;
import java.util.List;

/** The closed list of field states; a state's code, as rows carry it, is its place in the list. */
public record States(List<State> list) implements Serializable {
  /** The states that the normalize function gives by itself; a catalog without one of them is refused. */
  public static final String MISSING = "MISSING";
  public static final String CARRIED = "CARRIED";
  public static final String DERIVED = "DERIVED";
  public static final String UNRESOLVED = "UNRESOLVED";
  public static final List<String> NEEDED = List.of(MISSING, CARRIED, DERIVED, UNRESOLVED);

  /** Code of a state; throws when the list does not have it. */
  public byte code(String name) {
    for (int i = 0; i < list.size(); i++) {
      if (list.get(i).name().equals(name)) {
        return (byte) i;
      }
    }
    throw new IllegalArgumentException("Cannot find state " + name + ": the catalog has " + names());
  }

  public boolean has(String name) {
    return names().contains(name);
  }

  public String name(int code) {
    return list.get(code).name();
  }

  public List<String> names() {
    return list.stream().map(State::name).toList();
  }
}
