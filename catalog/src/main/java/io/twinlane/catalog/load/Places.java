package io.twinlane.catalog.load;

import java.nio.file.Path;
import java.util.Optional;

/** Where things stand in a YAML file of the catalog, for what is found out after it was read. */
public final class Places {
  private final YamlNode root;

  private Places(YamlNode root) {
    this.root = root;
  }

  /** Nothing stands anywhere in a file that cannot be read: its own problems are told elsewhere. */
  public static Places of(Path file) {
    return new Places(YamlFile.open(file, new Problems(file)));
  }

  /** Line of what a path leads to, 0 when there is no such thing; a step leads to a key, or in a list to the entry of that name. */
  public int line(String... path) {
    return find(path).line();
  }

  /** The text that a path leads to. */
  public Optional<String> text(String... path) {
    YamlNode found = find(path);
    return found.isText() ? Optional.of(found.text()) : Optional.empty();
  }

  private YamlNode find(String... path) {
    YamlNode at = root;
    for (String step : path) {
      at = at.isList() ? at.items().stream().filter(item -> item.has("name") && item.optional("name").text().equals(step)).findFirst()
          .orElseGet(() -> YamlNode.absent(root.file(), root.problems())) : at.optional(step);
    }
    return at;
  }
}
