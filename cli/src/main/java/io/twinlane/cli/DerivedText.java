package io.twinlane.cli;

import io.twinlane.catalog.RunnableCatalog;
import io.twinlane.catalog.derive.DerivedFiles;
import io.twinlane.catalog.load.Problems;
import io.twinlane.catalog.load.Released;
import io.twinlane.local.settings.ConfigurationPage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything that is derived and committed: what of it is not as the catalog and the code say, and making it so. */
final class DerivedText {
  private DerivedText() {
  }

  /** What is stale, in words that begin with the file's name; {@code problems} takes what no writing could mend. */
  static List<String> stale(Path root, RunnableCatalog catalog, Problems problems) {
    List<String> stale = new ArrayList<>(Released.check(root, catalog.catalog(), source -> true, problems));
    DerivedFiles.stale(root, catalog).forEach(file -> stale.add(file.toString()));
    pages(root).forEach((path, text) -> stalePage(root.resolve(path), path, text).ifPresent(stale::add));
    return stale;
  }

  /** Writes what is stale and says what that was. Throws {@link io.twinlane.catalog.CatalogProblems}, before anything is written. */
  static List<String> write(Path root, RunnableCatalog catalog) {
    List<String> stale = new ArrayList<>(Released.record(root, catalog.catalog()));
    DerivedFiles.write(root, catalog).forEach(file -> stale.add(file.toString()));
    pages(root).forEach((path, text) -> stalePage(root.resolve(path), path, text).ifPresent(what -> {
      write(root.resolve(path), text);
      stale.add(what);
    }));
    return stale;
  }

  /** The pages that the code derives from what it knows of itself, by their place in the repository. */
  private static Map<String, String> pages(Path root) {
    Map<String, String> pages = new LinkedHashMap<>();
    pages.put(ConfigurationPage.PATH, ConfigurationPage.text());
    pages.put(HelpPage.PATH, HelpPage.text(root));
    return pages;
  }

  private static Optional<String> stalePage(Path page, String path, String text) {
    try {
      boolean there = Files.exists(page);
      boolean fresh = there && Files.readString(page).equals(text);
      return fresh ? Optional.empty() : Optional.of(path + (there ? " differs from what the code says" : " is missing"));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + path + ": " + e.getMessage(), e);
    }
  }

  private static void write(Path page, String text) {
    try {
      Files.createDirectories(page.getParent());
      Files.writeString(page, text);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + page + ": " + e.getMessage(), e);
    }
  }
}
