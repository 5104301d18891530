package io.twinlane.catalog.load;

import io.twinlane.catalog.Nearest;
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

/**
 * A place in a YAML file. What is wrong there is told once, with its line, and reading goes on: a place that is absent or has the wrong
 * shape answers with nothing (an empty text, no items), so that one problem never hides or makes another.
 */
final class YamlNode extends YamlPlace {
  YamlNode(String file, String name, Node node, Problems problems) {
    super(file, name, node, problems);
  }

  static YamlNode absent(String file, Problems problems) {
    return new YamlNode(file, "", null, problems);
  }

  /** Tells every key that is not among the known ones, and every key that stands twice. */
  YamlNode only(String... known) {
    if (node() != null && !(node() instanceof MappingNode)) {
      problem(name() + " must have keys (" + String.join(", ", known) + "), not be " + shape());
    }
    List<String> allowed = List.of(known);
    List<String> seen = new ArrayList<>();
    for (NodeTuple tuple : tuples()) {
      YamlNode key = child("a key", tuple.getKeyNode());
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

  private YamlNode child(String called, Node at) {
    return new YamlNode(file(), called, at, problems());
  }

  private List<NodeTuple> tuples() {
    return node() instanceof MappingNode mapping ? mapping.getValue() : List.of();
  }

  YamlNode optional(String key) {
    for (NodeTuple tuple : tuples()) {
      if (tuple.getKeyNode() instanceof ScalarNode scalar && scalar.getValue().equals(key)) {
        return child(key, tuple.getValueNode());
      }
    }
    return absent(file(), problems());
  }

  boolean has(String key) {
    return optional(key).present();
  }

  YamlNode required(String key) {
    YamlNode found = optional(key);
    if (!found.present() && node() instanceof MappingNode) {
      problem("key " + key + " is missing");
    }
    return found;
  }

  List<YamlNode> items() {
    if (node() instanceof SequenceNode sequence) {
      return sequence.getValue().stream().map(item -> child("an entry of " + name(), item)).toList();
    }
    if (node() != null) {
      problem(name() + " must be a list, not " + shape());
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
    if (node() != null && !(node() instanceof MappingNode)) {
      problem(name() + " must have keys, not be " + shape());
    }
    Map<String, YamlNode> entries = new LinkedHashMap<>();
    for (NodeTuple tuple : tuples()) {
      YamlNode keyNode = child("a key", tuple.getKeyNode());
      String key = keyNode.text();
      if (entries.put(key, child(key, tuple.getValueNode())) != null) {
        keyNode.problem("key " + key + " stands here twice");
      }
    }
    return entries;
  }

  Map<String, String> textEntries() {
    return entries().entrySet().stream().collect(
        Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().text(), (first, second) -> second, LinkedHashMap::new));
  }
}
