package io.twinlane.local.days;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.CatalogLoader;
import io.twinlane.catalog.load.Released;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The repository's catalog in a folder of its own, with two sources and a database of its own, released from the first day on. */
final class CatalogFolder {
  private static final Path ROOT = Path.of(System.getProperty("twinlane.root"));

  private final Path root;

  CatalogFolder(Path root, String database) throws IOException {
    this.root = root;
    copy("catalog", "(categories|teams)/.*|sources/(ib|coinbase)/mapping.yaml|[^/]*\\.(yaml|csv)");
    copy("sql", "research/.*");
    replace("catalog/platform.yaml", "database: realtime", "database: " + database);
  }

  private void copy(String folder, String wanted) throws IOException {
    Path from = ROOT.resolve(folder);
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

  /** Changes a text that the file must have. */
  CatalogFolder replace(String file, String text, String by) throws IOException {
    String whole = Files.readString(root.resolve(file));
    if (!whole.contains(text)) {
      throw new IllegalArgumentException("Cannot replace '" + text + "' in " + file + ": it is not there");
    }
    Files.writeString(root.resolve(file), whole.replace(text, by));
    return this;
  }

  /** Records what is new, as ./twinlane render does, and loads the catalog with it. */
  Catalog release() {
    Released.record(root, CatalogLoader.load(root));
    return CatalogLoader.load(root);
  }
}
