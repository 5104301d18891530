package io.twinlane.catalog.load;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What is kept under catalog/released so that stored rows keep their meaning: the codes of states, what each version of a mapping
 * meant, and the schemas that rows in topics were written with. Only ever added to.
 */
public final class Released {
  private static final String NOTE = "# Written by ./twinlane render, and only appended to: ";
  private static final String STATES_NOTE = NOTE + "a state's place is its code in stored rows.\n";
  private static final String MAPPINGS_NOTE =
      NOTE + "what each version of a mapping meant, as a fingerprint\n# of its text without comments and descriptions.\n";

  private final Path catalogFolder;
  private final Map<String, String> mappings;
  private final List<String> states;
  private final Map<String, String> schemas;

  private Released(Path root, Catalog catalog, List<Source> sources, Problems problems) {
    this.catalogFolder = root.resolve("catalog");
    this.mappings = ReleasedMappings.unreleased(catalogFolder, sources, problems);
    List<String> names = catalog.states().names();
    int known = Math.min(names.size(), ReleasedStates.read(catalogFolder.resolve(ReleasedStates.FILE), problems).size());
    this.states = names.subList(known, names.size());
    this.schemas = ReleasedSchemas.unreleased(catalogFolder, catalog);
  }

  /**
   * Tells every mapping whose version means something else than it did, and says what is not recorded yet, in words. Mappings whose own
   * files are in the way ({@code sound} is false) are left out.
   */
  public static List<String> check(Path root, Catalog catalog, Predicate<Source> sound, Problems problems) {
    return new Released(root, catalog, catalog.sources().stream().filter(sound).toList(), problems).words();
  }

  /** Appends what is not recorded yet and says what that was. Throws {@link io.twinlane.catalog.CatalogProblems}. */
  public static List<String> record(Path root, Catalog catalog) {
    Problems problems = new Problems(root);
    Released released = new Released(root, catalog, catalog.sources(), problems);
    problems.refuseIfAny("what is released");
    released.append(ReleasedStates.FILE, STATES_NOTE, released.states.stream().map(state -> "- " + state).toList());
    released.append(ReleasedMappings.FILE, MAPPINGS_NOTE,
        released.mappings.entrySet().stream().map(version -> version.getKey() + ": " + version.getValue()).toList());
    released.schemas.forEach((file, text) -> released.append(ReleasedSchemas.FOLDER + "/" + file, "", List.of(text.stripTrailing())));
    return released.words();
  }

  private List<String> words() {
    Map<String, List<String>> missing = new LinkedHashMap<>();
    missing.put(ReleasedMappings.FILE, List.copyOf(mappings.keySet()));
    missing.put(ReleasedStates.FILE, states);
    missing.put(ReleasedSchemas.FOLDER, List.copyOf(schemas.keySet()));
    List<String> words = new ArrayList<>();
    missing.forEach((file, names) -> {
      if (!names.isEmpty()) {
        words.add("catalog/" + file + " lacks " + String.join(", ", names));
      }
    });
    return words;
  }

  private void append(String name, String note, List<String> lines) {
    if (lines.isEmpty()) {
      return;
    }
    Path file = catalogFolder.resolve(name);
    try {
      Files.createDirectories(file.getParent());
      String text = (Files.exists(file) ? "" : note) + String.join("\n", lines) + "\n";
      Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write catalog/" + name + ": " + e.getMessage(), e);
    }
  }
}
