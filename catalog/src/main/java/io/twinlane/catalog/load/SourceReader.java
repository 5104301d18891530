package io.twinlane.catalog.load;

import io.twinlane.catalog.Column;
import io.twinlane.catalog.Identifier;
import io.twinlane.catalog.MessageRule;
import io.twinlane.catalog.Reason;
import io.twinlane.catalog.Rule;
import io.twinlane.catalog.Source;
import io.twinlane.catalog.Source.Format;
import io.twinlane.catalog.Source.Lane;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads one source mapping. */
final class SourceReader {
  private static final int LAST_VERSION = 1_000_000;
  private final Vocabulary vocabulary;
  private final Problems problems;

  SourceReader(Vocabulary vocabulary, Problems problems) {
    this.vocabulary = vocabulary;
    this.problems = problems;
  }

  Source read(YamlNode root, Path folder) {
    root.only("source", "version", "description", "lane", "type", "dataset", "format", "records", "identifier", "columns", "drops",
        "messages");
    Format format = root.required("format").choice("format", Map.of("json", Format.JSON, "csv", Format.CSV), Format.JSON);
    Lane lane = root.required("lane").choice("lane", Map.of("live", Lane.LIVE, "files", Lane.FILES), Lane.LIVE);
    List<Column> columns = new ColumnsReader(problems).read(root.required("columns"), format, folder);
    Identifier identifier = IdentifierReader.read(root.optional("identifier"), vocabulary, columns);
    SourceScope scope = new SourceScope(vocabulary, columns, identifier);
    List<Rule> drops = new ConditionReader(scope).rules(root.optional("drops"), Reason.Kind.DROP);
    return new Source(root.required("source").snakeName(), root.required("version").whole(1, LAST_VERSION),
        root.required("description").sentence(),
        lane, root.required("type").snakeName(), root.required("dataset").snakeName(), format, RecordsReader.read(root.optional("records"), format, lane),
        identifier, columns, drops, messages(root.required("messages"), scope));
  }

  /** A source that reads as another one does, under its own name. */
  static Source like(Source other, YamlNode root) {
    root.only("source", "same-as", "version", "description");
    return new Source(root.required("source").snakeName(), root.required("version").whole(1, LAST_VERSION),
        root.required("description").sentence(), other.lane(), other.type(), other.dataset(), other.format(), other.records(),
        other.identifier(), other.columns(), other.drops(), other.messages());
  }

  private static List<MessageRule> messages(YamlNode node, SourceScope scope) {
    List<MessageRule> rules = new ArrayList<>();
    for (YamlNode item : node.items()) {
      MessageRule rule = new MessageRuleReader(scope).read(item);
      if (rules.stream().anyMatch(other -> other.name().equals(rule.name()) && !rule.name().isEmpty())) {
        item.problem("message " + rule.name() + " stands here twice");
      }
      rules.stream().filter(other -> other.when() == null).findFirst()
          .ifPresent(other -> item.problem(
              "message " + rule.name() + " is never reached: " + other.name() + " before it takes everything"));
      checkMerged(rule, rules, item);
      rules.add(rule);
    }
    if (node.isList() && rules.isEmpty()) {
      node.problem("messages has no entry");
    }
    return List.copyOf(rules);
  }

  /** Deltas of one category share what is held of their key, and so what its state is before any message said one. */
  private static void checkMerged(MessageRule rule, List<MessageRule> earlier, YamlNode item) {
    earlier.stream().filter(other -> sticky(rule) && sticky(other) && other.category().equals(rule.category())
        && !Objects.equals(other.state().otherwise(), rule.state().otherwise())).findFirst()
        .ifPresent(other -> item.optional("state").problem("message " + rule.name() + " is merged with " + other.name() + " into "
            + rule.category() + ", and otherwise differs: it must be the same in both"));
  }

  private static boolean sticky(MessageRule rule) {
    return rule.merge() && rule.state() != null && rule.state().sticky();
  }
}
