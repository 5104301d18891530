package io.twinlane.catalog.load;

import java.io.StringReader;
import java.nio.file.Path;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Opens a YAML file; a file that cannot be parsed is told as a problem and reads as absent. */
final class YamlFile {
  private static final int MOST_ALIASES = 50;
  private static final int DEEPEST = 20;

  private YamlFile() {}

  static YamlNode open(Path file, Problems problems) {
    return BoundedText.read(file, problems).map(text -> parse(text, problems.shown(file), problems))
        .orElseGet(() -> YamlNode.absent(problems.shown(file), problems));
  }

  private static YamlNode parse(String text, String shown, Problems problems) {
    try {
      Node node = new Yaml(options()).compose(new StringReader(text));
      if (node == null) {
        problems.add(shown, 0, "the file is empty");
      }
      return new YamlNode(shown, "the file", node, problems);
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
      problems.add(shown, line, "not YAML: " + e.getProblem());
    } catch (YAMLException e) {
      problems.add(shown, 0, "not YAML: " + e.getMessage().lines().findFirst().orElse(""));
    }
    return YamlNode.absent(shown, problems);
  }

  private static LoaderOptions options() {
    LoaderOptions options = new LoaderOptions();
    options.setMaxAliasesForCollections(MOST_ALIASES);
    options.setNestingDepthLimit(DEEPEST);
    options.setCodePointLimit(BoundedText.MAX_BYTES);
    return options;
  }
}
