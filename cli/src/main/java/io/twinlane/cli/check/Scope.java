package io.twinlane.cli.check;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The files that a person wants to hear of: everything, or what lies below the paths that were given. */
public final class Scope {
  private final List<String> paths;

  private Scope(List<String> paths) {
    this.paths = paths;
  }

  /** {@code paths} as given on the command line; none means everything. Throws an exception for one that is not the repository's. */
  public static Scope of(Path root, List<Path> paths) {
    return new Scope(paths.stream().map(path -> shown(root, path)).toList());
  }

  /** A path from where the person stands, or else one from the repository's root. */
  private static String shown(Path root, Path path) {
    for (Path there : List.of(path, root.resolve(path))) {
      try {
        Path real = there.toRealPath();
        if (real.startsWith(root.toRealPath())) {
          return root.toRealPath().relativize(real).toString().replace('\\', '/');
        }
      } catch (IOException e) {
        // it is not there: told below
      }
    }
    throw new IllegalArgumentException("Cannot check " + path + ": there is no such file or folder in " + root);
  }

  boolean everything() {
    return paths.isEmpty() || paths.contains("");
  }

  /** Whether a file or folder lies within what was asked for. */
  boolean covers(String file) {
    return everything() || paths.stream().anyMatch(path -> file.equals(path) || file.startsWith(path + "/"));
  }

  /** Whether anything that was asked for lies in a folder, or the folder in it. */
  boolean touches(String folder) {
    return covers(folder) || paths.stream().anyMatch(path -> path.startsWith(folder + "/"));
  }
}
