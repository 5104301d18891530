package io.twinlane.catalog.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What has been declared so far, each name once, in a file or folder of the same name. */
final class Declared<T> {
  private final String kind;
  private final Map<String, T> byName = new TreeMap<>();
  private final Map<String, String> fileOf = new TreeMap<>();

  /** {@code kind} is the word for the things and also the key that names them. */
  Declared(String kind) {
    this.kind = kind;
  }

  void add(String name, String place, YamlNode root, T thing) {
    if (name.isEmpty()) {
      return;
    }
    YamlNode at = root.optional(kind);
    if (byName.containsKey(name)) {
      at.problem(kind + " " + name + " is declared in " + fileOf.get(name) + " already");
      return;
    }
    if (!name.equals(place)) {
      at.problem(kind + " " + name + " stands under the name " + place + ": both must be the same");
    }
    byName.put(name, thing);
    fileOf.put(name, root.file());
  }

  Map<String, T> byName() {
    return new TreeMap<>(byName);
  }

  /** In name order. */
  List<T> sorted() {
    return List.copyOf(new ArrayList<>(byName.values()));
  }
}
