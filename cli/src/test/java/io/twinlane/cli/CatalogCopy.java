package io.twinlane.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/** The repository's catalog, computations and pages in a folder of their own, to be damaged. */
final class CatalogCopy {
  private final Path root;

  CatalogCopy(Path root) throws IOException {
    this.root = root;
    copy("catalog", "[^/]*\\.(yaml|csv)|(?!src|target).*/.*");
    copy("sql", ".*");
    copy("docs", "configuration.md|help.txt");
    run("render"); // the pages, so that the copy is in order whatever the repository is in the middle of
  }

  private void copy(String folder, String wanted) throws IOException {
    Path from = Outcome.ROOT.resolve(folder);
    try (Stream<Path> files = Files.walk(from)) {
      files.filter(Files::isRegularFile).filter(file -> from.relativize(file).toString().matches(wanted))
          .forEach(file -> copy(file, root.resolve(folder).resolve(from.relativize(file))));
    }
  }

  private static void copy(Path from, Path to) {
    try {
      Files.createDirectories(to.getParent());
      Files.copy(from, to);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Outcome run(String... arguments) {
    return Outcome.of(root, Map.of(), arguments);
  }

  void damage(String file, String text, String by) throws IOException {
    Path path = root.resolve(file);
    String whole = Files.readString(path);
    assertThat(whole).contains(text);
    Files.writeString(path, whole.replace(text, by));
  }

  /** Damages every file of a name below a folder that holds the text. */
  void damageAll(String folder, String name, String text, String by) throws IOException {
    try (Stream<Path> files = Files.walk(root.resolve(folder))) {
      for (Path file : files.filter(path -> path.endsWith(name)).toList()) {
        Files.writeString(file, Files.readString(file).replace(text, by));
      }
    }
  }

  void write(String file, String text) throws IOException {
    Files.createDirectories(root.resolve(file).getParent());
    Files.writeString(root.resolve(file), text);
  }
}
