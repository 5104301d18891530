package io.twinlane.catalog.load;

import io.twinlane.catalog.Condition;
import io.twinlane.catalog.Reason;
import io.twinlane.catalog.Rule;
import java.util.List;

/** Reads the tests of a record: when, drops and rejections. */
final class ConditionReader {
  private final SourceScope scope;

  ConditionReader(SourceScope scope) {
    this.scope = scope;
  }

  /** Null when there is no condition: everything matches. */
  Condition read(YamlNode node) {
    if (!node.present()) {
      return null;
    }
    node.only("text", "column", "is", "starts-with", "present");
    long tests = List.of("text", "is", "starts-with", "present").stream().filter(node::has).count();
    if (tests != 1) {
      node.problem("a condition must have exactly one of text, is, starts-with and present, not " + tests);
    }
    if (node.has("text")) {
      if (node.has("column")) {
        node.problem("text compares the whole message: it takes no column");
      }
      return new Condition(node.optional("text").texts(), null, null, null, false);
    }
    YamlNode is = node.optional("is");
    YamlNode prefix = node.optional("starts-with");
    return new Condition(null, scope.column(node.required("column")), is.present() ? is.texts() : null,
        prefix.present() ? prefix.sentence() : null, present(node.optional("present")));
  }

  private static boolean present(YamlNode node) {
    boolean present = node.flag(false);
    if (node.present() && !present) {
      node.problem("present must be true");
    }
    return present;
  }

  List<Rule> rules(YamlNode node, Reason.Kind kind) {
    return node.items().stream().map(item -> item.only("when", "reason"))
        .map(item -> new Rule(read(item.required("when")), scope.vocabulary().reason(item.required("reason"), kind))).toList();
  }
}
