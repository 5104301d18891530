package io.twinlane.catalog.load;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The states in the order in which stored rows carry their codes. {@code ./twinlane render} appends new ones; nothing changes old ones. */
final class ReleasedStates {
  /** Below catalog/. */
  public static final String FILE = "released/states.yaml";

  private ReleasedStates() {}

  /** Empty when nothing has been released yet. */
  public static List<String> read(Path file, Problems problems) {
    return Files.exists(file) ? YamlFile.open(file, problems).texts() : List.of();
  }
}
