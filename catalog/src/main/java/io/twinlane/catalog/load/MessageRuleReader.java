package io.twinlane.catalog.load;

import io.twinlane.catalog.Category;
import io.twinlane.catalog.Each;
import io.twinlane.catalog.FieldRule;
import io.twinlane.catalog.MessageRule;
import io.twinlane.catalog.Reason;
import io.twinlane.catalog.Unpivot;
import java.util.List;

/** Reads one message rule of a source mapping. */
final class MessageRuleReader {
  private static final List<String> EMPTY_TEXT = List.of("");
  private final SourceScope scope;

  MessageRuleReader(SourceScope scope) {
    this.scope = scope;
  }

  MessageRule read(YamlNode node) {
    node.only("name", "when", "category", "reject", "merge", "state", "missing", "numbers", "fields", "each", "unpivot");
    Category category = scope.vocabulary().category(node.required("category")).orElse(null);
    ConditionReader conditions = new ConditionReader(scope);
    boolean merge = node.optional("merge").flag(false);
    List<FieldRule> fields = new FieldRuleReader(scope, category, false).read(node.required("fields"));
    List<Each> each = node.optional("each").items().stream().map(item -> each(item, category)).toList();
    Unpivot unpivot = new UnpivotReader(scope, category).read(node.optional("unpivot"));
    MessageRule rule = new MessageRule(name(node.required("name")), conditions.read(node.optional("when")),
        node.optional("category").text(), conditions.rules(node.optional("reject"), Reason.Kind.UNQUALIFIED), merge,
        new StateRuleReader(scope).read(node.required("state"), merge),
        node.has("missing") ? node.optional("missing").texts() : EMPTY_TEXT,
        NumberSignsReader.read(node.optional("numbers")), fields, each, unpivot);
    new MessageCheck(rule, node).check(category, scope);
    return rule;
  }

  private static String name(YamlNode node) {
    String name = node.sentence();
    if (!name.isEmpty() && !Names.isRule(name)) {
      node.problem("message name " + name + " must be lower case words joined by -, such as book-update");
    }
    return name;
  }

  private Each each(YamlNode node, Category category) {
    node.only("array", "fields", "when-empty");
    return new Each(scope.array(node.required("array")), new FieldRuleReader(scope, category, true).read(node.required("fields")),
        new FieldRuleReader(scope, category, false).read(node.optional("when-empty")));
  }
}
