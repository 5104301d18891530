package io.twinlane.local.demo;

import io.twinlane.local.settings.PlatformConfig;
import io.twinlane.local.up.PlatformRefusal;
import io.twinlane.local.up.StateFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** The demo counts what it finds in the stores, so it starts with empty ones: its own folder is cleared, a person's must be empty. */
final class FreshFolder {
  private FreshFolder() {}

  static void prepare(PlatformConfig config, boolean belongsToPerson) throws IOException {
    Path folder = config.stateDir();
    if (!Files.exists(folder) || StateFolder.of(config).running().isPresent()) {
      return; // a platform that runs there is refused, with its name, by the start
    }
    if (!belongsToPerson && folder.startsWith(config.root().resolve("target"))) {
      delete(folder);
    } else if (!isEmpty(folder)) {
      throw new PlatformRefusal("Cannot use " + folder + " for the demo: it is not empty. Give a new or an empty folder.");
    }
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.findAny().isEmpty();
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      all.sorted(Comparator.reverseOrder()).forEach(FreshFolder::deleteOne);
    }
  }

  private static void deleteOne(Path path) {
    try {
      Files.delete(path);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot clear " + path, e);
    }
  }
}
