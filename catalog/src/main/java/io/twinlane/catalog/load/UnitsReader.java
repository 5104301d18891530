package io.twinlane.catalog.load;

import io.twinlane.catalog.Unit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads units.yaml. */
final class UnitsReader {
  private UnitsReader() {}

  static List<Unit> read(Path file, Problems problems) {
    List<Unit> units = new ArrayList<>();
    for (YamlNode item : YamlFile.open(file, problems).items()) {
      item.only("name", "description");
      Unit unit = new Unit(item.required("name").snakeName(), item.required("description").sentence());
      if (units.stream().anyMatch(other -> other.name().equals(unit.name()))) {
        item.problem("unit " + unit.name() + " stands here twice");
      } else if (!unit.name().isEmpty()) {
        units.add(unit);
      }
    }
    return List.copyOf(units);
  }
}
