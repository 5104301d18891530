package io.twinlane.catalog.load;

import io.twinlane.catalog.ReadableFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Lists what stands in a folder, in name order; a folder that is not there is empty. */
final class Folder {
  private Folder() {}

  static List<Path> yamlFiles(Path folder, Problems problems) {
    list(folder, file -> file.getFileName().toString().endsWith(".yml"))
        .forEach(file -> problems.add(file, "the file is not read: its name must end in .yaml"));
    return list(folder, file -> file.getFileName().toString().endsWith(".yaml"));
  }

  /** The folders in it; one that cannot be listed, and a link to nothing, are told as problems of their own. */
  static List<Path> folders(Path folder, Problems problems) {
    Optional<String> locked = Files.isDirectory(folder) ? ReadableFile.problemOfFolder(folder) : Optional.empty();
    if (locked.isPresent()) {
      problems.add(folder, locked.get());
      return List.of();
    }
    list(folder, file -> Files.isSymbolicLink(file) && !Files.exists(file))
        .forEach(link -> ReadableFile.problem(link).ifPresent(why -> problems.add(link, why)));
    return list(folder, file -> Files.isDirectory(file) && !file.getFileName().toString().startsWith("."));
  }

  /** A file's name without {@code .yaml}. */
  static String stem(Path file) {
    return file.getFileName().toString().replaceFirst("\\.yaml$", "");
  }

  static List<Path> files(Path folder, String suffix) {
    return list(folder, file -> file.getFileName().toString().endsWith(suffix));
  }

  private static List<Path> list(Path folder, Predicate<Path> wanted) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(wanted).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list " + folder + ": " + e.getMessage(), e);
    }
  }
}
