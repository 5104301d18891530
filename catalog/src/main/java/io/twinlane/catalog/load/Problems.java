package io.twinlane.catalog.load;

import io.twinlane.catalog.CatalogProblems;
import io.twinlane.catalog.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Collects what is wrong in all files, each thing once. */
public final class Problems {
  private final Path root;
  private final SortedSet<Problem> found = new TreeSet<>();

  /** {@code root} is what file names are shown relative to. */
  public Problems(Path root) {
    this.root = root;
  }

  /** A file's name as problems show it. */
  public String shown(Path file) {
    Path name = file.startsWith(root) ? root.relativize(file) : file;
    return name.toString().replace('\\', '/');
  }

  public void add(String file, int line, String text) {
    found.add(new Problem(file, line, text));
  }

  public void add(Path file, String text) {
    add(shown(file), 0, text);
  }

  public List<Problem> list() {
    return List.copyOf(found);
  }

  /** Throws {@link CatalogProblems} when there is at least one problem. */
  public void refuseIfAny(String what) {
    if (!found.isEmpty()) {
      throw new CatalogProblems(what, list());
    }
  }
}
