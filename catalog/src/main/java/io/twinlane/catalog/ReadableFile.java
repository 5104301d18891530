package io.twinlane.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** Tells why a path cannot be read as a file, before it is opened: a pipe would wait for its writer without end. */
public final class ReadableFile {
  private ReadableFile() {}

  /** The second half of a sentence, {@code it is a folder, not a file}; empty when the file can be read. */
  public static Optional<String> problem(Path file) {
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.of("the file is missing");
    }
    if (Files.isSymbolicLink(file) && !Files.exists(file)) {
      return Optional.of(brokenLink(file));
    }
    if (Files.isDirectory(file)) {
      return Optional.of("it is a folder, not a file");
    }
    if (!Files.isRegularFile(file)) {
      return Optional.of("it is no regular file but a pipe, a socket or a device");
    }
    return Files.isReadable(file) ? Optional.empty() : Optional.of("its permissions do not let it be read");
  }

  private static String brokenLink(Path link) {
    String target = "somewhere";
    try {
      target = Files.readSymbolicLink(link).toString();
      link.toRealPath();
      return "it is a link to " + target + ", which cannot be reached";
    } catch (NoSuchFileException e) {
      return "it is a link to " + target + ", which is missing";
    } catch (IOException e) {
      return "it is a link to " + target + ", which leads back to itself or cannot be reached";
    }
  }
}
