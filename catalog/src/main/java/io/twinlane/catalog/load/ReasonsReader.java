package io.twinlane.catalog.load;

import io.twinlane.catalog.Reason;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads reasons.yaml. */
final class ReasonsReader {
  private static final Map<String, Reason.Kind> KINDS = Map.of("drop", Reason.Kind.DROP, "unqualified", Reason.Kind.UNQUALIFIED);

  private ReasonsReader() {}

  static List<Reason> read(Path file, Problems problems) {
    List<Reason> reasons = new ArrayList<>();
    for (YamlNode item : YamlFile.open(file, problems).items()) {
      Reason reason = reason(item.only("name", "kind", "meaning"));
      if (reasons.stream().anyMatch(other -> other.name().equals(reason.name()))) {
        item.problem("reason " + reason.name() + " stands here twice");
      } else if (!reason.name().isEmpty()) {
        reasons.add(reason);
      }
    }
    return List.copyOf(reasons);
  }

  private static Reason reason(YamlNode item) {
    YamlNode nameNode = item.required("name");
    String name = nameNode.sentence();
    if (!name.isEmpty() && !Names.isReason(name)) {
      nameNode.problem("reason " + name + " must be upper snake case, such as HEARTBEAT");
    }
    return new Reason(name, item.required("kind").choice("kind", KINDS, Reason.Kind.UNQUALIFIED), item.required("meaning").sentence());
  }
}
