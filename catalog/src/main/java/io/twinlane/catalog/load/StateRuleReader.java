package io.twinlane.catalog.load;

import io.twinlane.catalog.StateRule;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads the state of a message's fields: one state, or by the first letter of a column. */
final class StateRuleReader {
  private final SourceScope scope;

  StateRuleReader(SourceScope scope) {
    this.scope = scope;
  }

  StateRule read(YamlNode node, boolean merge) {
    if (!node.present() || node.isText()) {
      return new StateRule(scope.vocabulary().state(node), null, false, Map.of(), null);
    }
    node.only("column", "sticky", "first-letter", "otherwise");
    boolean sticky = node.optional("sticky").flag(false);
    if (sticky && !merge) {
      node.optional("sticky").problem("a sticky state needs merge: true, only then is anything kept per key");
    }
    return new StateRule(null, scope.column(node.required("column")), sticky, letters(node.required("first-letter")),
        scope.vocabulary().state(node.required("otherwise")));
  }

  private Map<String, String> letters(YamlNode node) {
    Map<String, String> states = new LinkedHashMap<>();
    node.entries().forEach((letter, state) -> {
      if (letter.length() != 1) {
        state.problem("first-letter has " + letter + ": only single letters can match");
      }
      states.put(letter, scope.vocabulary().state(state));
    });
    return states;
  }
}
