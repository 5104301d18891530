package io.twinlane.catalog.load;

import io.twinlane.catalog.Nearest;
import io.twinlane.catalog.ControlCharacters;
import java.time.Duration;
import java.util.Map;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A place in a YAML file where a single value may stand, and the ways to read it. */
abstract class YamlPlace {
  private final String file;
  private final String name;
  private final Node node;
  private final Problems problems;

  YamlPlace(String file, String name, Node node, Problems problems) {
    this.file = file;
    this.name = name;
    this.node = node;
    this.problems = problems;
  }

  boolean present() {
    return node != null;
  }

  String file() {
    return file;
  }

  String name() {
    return name;
  }

  Node node() {
    return node;
  }

  Problems problems() {
    return problems;
  }

  int line() {
    return node == null ? 0 : node.getStartMark().getLine() + 1;
  }

  void problem(String text) {
    problems.add(file, line(), text);
  }

  boolean isText() {
    return node instanceof ScalarNode;
  }

  boolean isList() {
    return node instanceof SequenceNode;
  }

  String shape() {
    if (node instanceof SequenceNode) {
      return "a list";
    }
    if (node instanceof MappingNode) {
      return "a group of keys";
    }
    return node.getTag().equals(Tag.NULL) ? "empty" : "a text";
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

  /** A text that says something: not blank, and nothing in it but line ends that cannot be seen. */
  String sentence() {
    String text = text().strip();
    String control = ControlCharacters.problem(text.replace("\n", ""));
    if (control != null) {
      problem(name + " cannot be used: " + control + ". Allowed: characters that can be seen");
      return "";
    }
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
