package io.twinlane.engines;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** The folders that engines keep their state in, and the texts that this module ships into them. */
final class Folders {
  private Folders() {
  }

  /** The folder, created when missing, as an absolute path. */
  static Path create(String engine, Path folder) {
    try {
      return Files.createDirectories(folder.toAbsolutePath().normalize());
    } catch (IOException e) {
      throw new CannotStart("Cannot start " + engine + ": its folder " + folder + " cannot be created: " + e, e);
    }
  }

  /** Removes the folder and all in it; nothing happens when there is none. */
  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> inside = Files.walk(folder)) {
      for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }

  /** A text file shipped beside this class. */
  static String shipped(String name) {
    try (InputStream in = Folders.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
