package io.twinlane.catalog.load;

import io.twinlane.catalog.Nearest;
import io.twinlane.catalog.Source;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads all source mappings: first those that stand for themselves, then those that are the same as another. */
final class SourcesReader {
  private final SourceReader reader;
  private final Problems problems;

  SourcesReader(Vocabulary vocabulary, Problems problems) {
    this.reader = new SourceReader(vocabulary, problems);
    this.problems = problems;
  }

  List<Source> read(Path folder) {
    Map<Path, YamlNode> files = new LinkedHashMap<>();
    Folder.folders(folder, problems).forEach(source -> files.put(source, YamlFile.open(source.resolve("mapping.yaml"), problems)));
    Declared<Source> declared = new Declared<>("source");
    List<YamlNode> copies = new ArrayList<>();
    files.forEach((path, root) -> {
      if (root.has("same-as")) {
        copies.add(root);
      } else if (root.present()) {
        Source source = reader.read(root, path);
        declared.add(source.name(), path.getFileName().toString(), root, source);
      }
    });
    Map<String, Source> originals = declared.byName();
    copies.forEach(root -> copy(root, originals, files, declared));
    return declared.sorted();
  }

  private static void copy(YamlNode root, Map<String, Source> originals, Map<Path, YamlNode> files, Declared<Source> declared) {
    String name = root.optional("same-as").text();
    if (originals.containsKey(name)) {
      Source source = SourceReader.like(originals.get(name), root);
      declared.add(source.name(), Path.of(root.file()).getParent().getFileName().toString(), root, source);
      return;
    }
    boolean unreadable = files.entrySet().stream()
        .anyMatch(file -> file.getKey().getFileName().toString().equals(name) && !file.getValue().has("same-as"));
    if (!unreadable && !name.isEmpty()) {
      root.optional("same-as").problem(Nearest.unknown("source with a mapping of its own", name, originals.keySet()));
    }
  }
}
