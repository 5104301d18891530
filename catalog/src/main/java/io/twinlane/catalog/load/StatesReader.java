package io.twinlane.catalog.load;

import io.twinlane.catalog.State;
import io.twinlane.catalog.States;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads states.yaml. */
final class StatesReader {
  private static final int MOST_STATES = 127;

  private StatesReader() {}

  /** {@code released} holds the names in the order in which stored rows carry their codes; no file: nothing is stored yet. */
  static States read(Path file, Path released, Problems problems) {
    List<State> states = new ArrayList<>();
    YamlNode root = YamlFile.open(file, problems);
    for (YamlNode item : root.items()) {
      State state = state(item.only("name", "meaning"));
      if (states.stream().anyMatch(other -> other.name().equals(state.name()))) {
        item.problem("state " + state.name() + " stands here twice");
      } else if (!state.name().isEmpty()) {
        states.add(state);
      }
    }
    if (root.present()) {
      checkNeeded(root, states.stream().map(State::name).toList());
      checkReleased(root, states.stream().map(State::name).toList(), ReleasedStates.read(released, problems));
    }
    return new States(List.copyOf(states));
  }

  private static State state(YamlNode item) {
    YamlNode nameNode = item.required("name");
    String name = nameNode.sentence();
    if (!name.isEmpty() && !Names.isReason(name)) {
      nameNode.problem("state " + name + " must be upper snake case, such as PREVIOUS_CLOSE");
    }
    return new State(name, item.required("meaning").sentence());
  }

  /** The first place alone: what follows it stands elsewhere because of it. */
  private static void checkReleased(YamlNode root, List<String> names, List<String> released) {
    for (int code = 0; code < released.size(); code++) {
      if (code >= names.size() || !names.get(code).equals(released.get(code))) {
        YamlNode place = code < names.size() ? root.items().get(code) : root;
        place.problem("state " + released.get(code) + " must stand " + (code < names.size() ? "here" : "at place " + (code + 1)) + ": code "
            + code + " means it in stored rows (catalog/released/states.yaml). New states go to the end");
        return;
      }
    }
  }

  private static void checkNeeded(YamlNode root, List<String> names) {
    List<String> absent = States.NEEDED.stream().filter(needed -> !names.contains(needed)).toList();
    if (!absent.isEmpty()) {
      root.problem("states " + absent + " are missing: the normalize function gives them by itself");
    }
    if (names.size() > MOST_STATES) {
      root.problem("there are " + names.size() + " states: at most " + MOST_STATES + " have a code");
    }
  }
}
