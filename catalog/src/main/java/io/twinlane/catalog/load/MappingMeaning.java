package io.twinlane.catalog.load;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * What a mapping says, without what means nothing: comments, layout, the order of keys, descriptions, and its name and version. Worked out
 * from the text and not from what the code makes of it, so that a release of the code changes no fingerprint.
 */
final class MappingMeaning {
  private static final List<String> OF_THE_WHOLE = List.of("source", "version", "description");

  private MappingMeaning() {}

  /** Only of a mapping without problems: a YAML that refers to itself has no end. */
  static String fingerprint(Path folder, YamlNode mapping, Problems problems) {
    if (mapping.has("same-as")) {
      Path other = folder.resolveSibling(mapping.optional("same-as").text());
      return fingerprint(other, YamlFile.open(other.resolve("mapping.yaml"), problems), problems);
    }
    String header = mapping.optional("columns").isText()
        ? BoundedText.read(folder.resolve("columns.csv"), problems).map(String::strip).orElse("") : "";
    return sha256(keys((MappingNode) mapping.node(), OF_THE_WHOLE) + "\n" + header);
  }

  private static String text(Node node) {
    if (node instanceof MappingNode mapping) {
      return keys(mapping, List.of());
    }
    if (node instanceof SequenceNode sequence) {
      return sequence.getValue().stream().map(MappingMeaning::entry).collect(Collectors.joining(",", "[", "]"));
    }
    return quoted(((ScalarNode) node).getValue());
  }

  /** An entry of a list may describe itself, as columns do. */
  private static String entry(Node node) {
    return node instanceof MappingNode mapping ? keys(mapping, List.of("description")) : text(node);
  }

  private static String keys(MappingNode mapping, List<String> without) {
    Map<String, String> sorted = new TreeMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      String key = ((ScalarNode) tuple.getKeyNode()).getValue();
      if (!without.contains(key)) {
        sorted.put(quoted(key), text(tuple.getValueNode()));
      }
    }
    return sorted.entrySet().stream().map(entry -> entry.getKey() + ":" + entry.getValue()).collect(Collectors.joining(",", "{", "}"));
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Cannot work out a fingerprint: every Java has SHA-256", e);
    }
  }
}
