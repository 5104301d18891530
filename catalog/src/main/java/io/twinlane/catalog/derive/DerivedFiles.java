package io.twinlane.catalog.derive;

import io.twinlane.catalog.RunnableCatalog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The derived text as it is committed under catalog/derived: whether it is fresh, and making it so. */
public final class DerivedFiles {
  private DerivedFiles() {}

  /** A derived file that is not as the catalog says; {@code path} is relative to the repository. */
  public record Stale(String path, Reason reason) {
    /** What is wrong with a stale file. */
    public enum Reason { MISSING, DIFFERENT, LEFT_OVER }

    @Override
    public String toString() {
      return path + switch (reason) {
        case MISSING -> " is missing";
        case DIFFERENT -> " differs from what the catalog says";
        case LEFT_OVER -> " is derived no more";
      };
    }
  }

  /** The files that are missing, different or left over, but for {@link #leftAlone}, in name order. */
  public static List<Stale> stale(Path root, RunnableCatalog catalog) {
    Map<String, String> derived = Derivations.of(catalog.catalog());
    leftAlone(catalog).forEach(derived::remove);
    List<Stale> stale = new ArrayList<>();
    derived.forEach((name, text) -> {
      Path file = folder(root).resolve(name);
      if (!Files.exists(file)) {
        stale.add(new Stale(shown(root, file), Stale.Reason.MISSING));
      } else if (!Arrays.equals(read(file), text.getBytes(StandardCharsets.UTF_8))) {
        stale.add(new Stale(shown(root, file), Stale.Reason.DIFFERENT));
      }
    });
    present(root).stream().filter(file -> !derived.containsKey(shown(folder(root), file)))
        .filter(file -> !leftAlone(catalog).contains(shown(folder(root), file)))
        .forEach(file -> stale.add(new Stale(shown(root, file), Stale.Reason.LEFT_OVER)));
    stale.sort(Comparator.comparing(Stale::path));
    return List.copyOf(stale);
  }

  /** Makes every stale file fresh, deletes what is left over, and says what was stale. */
  public static List<Stale> write(Path root, RunnableCatalog catalog) {
    Map<String, String> derived = Derivations.of(catalog.catalog());
    List<Stale> stale = stale(root, catalog);
    for (Stale file : stale) {
      Path path = root.resolve(file.path());
      try {
        if (file.reason() == Stale.Reason.LEFT_OVER) {
          Files.delete(path);
        } else {
          Files.createDirectories(path.getParent());
          Files.writeString(path, derived.get(shown(folder(root), path)));
        }
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot write " + file.path() + ": " + e.getMessage(), e);
      }
    }
    return stale;
  }

  /** What is derived from every computation stays as it is while one of them cannot be read. */
  public static List<String> leftAlone(RunnableCatalog catalog) {
    return catalog.refused().isEmpty() ? List.of() : List.of(RedisKeys.FILE);
  }

  private static Path folder(Path root) {
    return root.resolve("catalog/derived");
  }

  private static String shown(Path root, Path file) {
    return root.relativize(file).toString().replace('\\', '/');
  }

  private static List<Path> present(Path root) {
    if (!Files.isDirectory(folder(root))) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder(root))) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list catalog/derived: " + e.getMessage(), e);
    }
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file + ": " + e.getMessage(), e);
    }
  }
}
