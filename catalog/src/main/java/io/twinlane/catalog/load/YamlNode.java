package io.twinlane.catalog.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A place in a YAML file. What is wrong there is told once, with its line, and reading goes on: a place that is absent or has the wrong
 * shape answers with nothing (an empty text, no items), so that one problem never hides or makes another.
 */
final class YamlNode {
  private final String file;
  private final String name;
  private final Node node;
  private final Problems problems;

  YamlNode(String file, String name, Node node, Problems problems) {
    this.file = file;
    this.name = name;
    this.node = node;
    this.problems = problems;
  }

  static YamlNode absent(String file, Problems problems) {
    return new YamlNode(file, "", null, problems);
  }

  boolean present() {
    return node != null;
  }

  String file() {
    return file;
  }

  int line() {
    return node == null ? 0 : node.getStartMark().getLine() + 1;
  }

  void problem(String text) {
    problems.add(file, line(), text);
  }

  /** Tells every key that is not among the known ones, and every key that stands twice. */
  YamlNode only(String... known) {
    if (node != null && !(node instanceof MappingNode)) {
      problem(name + " must have keys (" + String.join(", ", known) + "), not be " + shape());
    }
    List<String> allowed = List.of(known);
    List<String> seen = new ArrayList<>();
    for (NodeTuple tuple : tuples()) {
      YamlNode key = new YamlNode(file, "a key", tuple.getKeyNode(), problems);
      String text = key.text();
      if (!allowed.contains(text)) {
        key.problem(text.contains(" ") ? "unknown key " + text + ": a text with a comma in it must stand in quotes"
            : Nearest.unknown("key", text, allowed));
      } else if (seen.contains(text)) {
        key.problem("key " + text + " stands here twice");
      }
      seen.add(text);
    }
    return this;
  }

  private List<NodeTuple> tuples() {
    return node instanceof MappingNode mapping ? mapping.getValue() : List.of();
  }

  YamlNode optional(String key) {
    for (NodeTuple tuple : tuples()) {
      if (tuple.getKeyNode() instanceof ScalarNode scalar && scalar.getValue().equals(key)) {
        return new YamlNode(file, key, tuple.getValueNode(), problems);
      }
    }
    return absent(file, problems);
  }

  boolean has(String key) {
    return optional(key).present();
  }

  YamlNode required(String key) {
    YamlNode found = optional(key);
    if (!found.present() && node instanceof MappingNode) {
      problem("key " + key + " is missing");
    }
    return found;
  }

  boolean isText() {
    return node instanceof ScalarNode;
  }

  boolean isList() {
    return node instanceof SequenceNode;
  }

  private String shape() {
    if (node instanceof SequenceNode) {
      return "a list";
    }
    return node instanceof MappingNode ? "a group of keys" : "a text";
  }

  /** The text that stands here; empty when there is none. */
  String text() {
    if (node == null) {
      return "";
    }
    if (!(node instanceof ScalarNode scalar)) {
      problem(name + " must be a text, not " + shape());
      return "";
    }
    if (scalar.getTag().equals(Tag.NULL)) {
      problem(name + " has no value");
      return "";
    }
    return scalar.getValue();
  }

  /** A text that says something: not blank. */
  String sentence() {
    String text = text().strip();
    if (text.isEmpty() && isText() && !node.getTag().equals(Tag.NULL)) {
      problem(name + " has no value");
    }
    return text;
  }

  /** A text that becomes part of the names of topics, tables and keys. */
  String snakeName() {
    String text = sentence();
    if (!text.isEmpty() && !Names.isSnake(text)) {
      problem(name + " " + text + " must be lower snake case, such as market_tick: it becomes part of topic, table and key names");
      return "";
    }
    return text;
  }

  List<YamlNode> items() {
    if (node instanceof SequenceNode sequence) {
      return sequence.getValue().stream().map(item -> new YamlNode(file, "an entry of " + name, item, problems)).toList();
    }
    if (node != null) {
      problem(name + " must be a list, not " + shape());
    }
    return List.of();
  }

  /** The items of a list, or the one text that stands instead of it. */
  List<YamlNode> itemOrItems() {
    return isText() ? List.of(this) : items();
  }

  List<String> texts() {
    return items().stream().map(YamlNode::text).toList();
  }

  Map<String, YamlNode> entries() {
    if (node != null && !(node instanceof MappingNode)) {
      problem(name + " must have keys, not be " + shape());
    }
    Map<String, YamlNode> entries = new LinkedHashMap<>();
    for (NodeTuple tuple : tuples()) {
      YamlNode keyNode = new YamlNode(file, "a key", tuple.getKeyNode(), problems);
      String key = keyNode.text();
      if (entries.put(key, new YamlNode(file, key, tuple.getValueNode(), problems)) != null) {
        keyNode.problem("key " + key + " stands here twice");
      }
    }
    return entries;
  }

  Map<String, String> textEntries() {
    return entries().entrySet().stream().collect(
        Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().text(), (first, second) -> second, LinkedHashMap::new));
  }

  /** True or false; the fallback when there is neither. */
  boolean flag(boolean fallback) {
    return choice("value of " + name, Map.of("true", true, "false", false), fallback);
  }

  /** What the text stands for; the fallback when the text is none of the choices. */
  <T> T choice(String kind, Map<String, T> choices, T fallback) {
    String text = text();
    if (!text.isEmpty() && !choices.containsKey(text)) {
      problem(Nearest.unknown(kind, text, choices.keySet().stream().sorted().toList()));
    }
    return choices.getOrDefault(text, fallback);
  }

  int whole(int least, int most) {
    String text = text();
    if (text.isEmpty()) {
      return least;
    }
    if (text.matches("\\d{1,9}") && Integer.parseInt(text) >= least && Integer.parseInt(text) <= most) {
      return Integer.parseInt(text);
    }
    problem(name + " must be a whole number from " + least + " to " + most + ", not " + text);
    return least;
  }

  /** A duration such as 60m; the fallback when there is none. */
  Duration duration(Duration fallback) {
    String text = text();
    if (text.isEmpty()) {
      return fallback;
    }
    return Durations.parse(text).orElseGet(() -> {
      problem(name + " " + text + " is no duration: a whole number above 0 with ms, s, m, h or d, such as 60m");
      return fallback;
    });
  }
}
