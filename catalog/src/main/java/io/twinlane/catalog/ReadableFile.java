package io.twinlane.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** Tells why a path cannot be read as a file or a folder, before it is opened: a pipe would wait for its writer without end. */
public final class ReadableFile {
  private ReadableFile() {}

  /** The second half of a sentence, {@code it is a folder, not a file}; empty when the file can be read. */
  public static Optional<String> problem(Path file) {
    return absence(file, "the file").or(() -> {
      if (Files.isDirectory(file)) {
        return Optional.of("it is a folder, not a file");
      }
      return Files.isRegularFile(file) ? permission(file) : Optional.of("it is no regular file but a pipe, a socket or a device");
    });
  }

  /** The second half of a sentence, {@code it is no folder}; empty when the folder can be listed. */
  public static Optional<String> problemOfFolder(Path folder) {
    return absence(folder, "the folder").or(() -> Files.isDirectory(folder) ? permission(folder) : Optional.of("it is no folder"));
  }

  private static Optional<String> absence(Path path, String what) {
    if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.of(what + " is missing");
    }
    return Files.isSymbolicLink(path) && !Files.exists(path) ? Optional.of(brokenLink(path)) : Optional.empty();
  }

  private static Optional<String> permission(Path path) {
    return Files.isReadable(path) ? Optional.empty() : Optional.of("its permissions do not let it be read");
  }

  private static String brokenLink(Path link) {
    String target = "somewhere";
    try {
      target = Files.readSymbolicLink(link).toString();
      Path unused = link.toRealPath(); // asked for what it throws
      return "it is a link to " + target + ", which cannot be reached";
    } catch (NoSuchFileException e) {
      return "it is a link to " + target + ", which is missing";
    } catch (IOException e) {
      return "it is a link to " + target + ", which leads back to itself or cannot be reached";
    }
  }
}
