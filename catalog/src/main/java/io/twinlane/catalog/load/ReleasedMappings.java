package io.twinlane.catalog.load;

import io.twinlane.catalog.Source;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What each version of each mapping meant. Rows carry the version, so a mapping that means something else must have another one:
 * {@code ./twinlane render} appends the fingerprint of a new version; nothing changes an old one.
 */
final class ReleasedMappings {
  /** Below catalog/. */
  static final String FILE = "released/mappings.yaml";

  private final Path catalog;
  private final Problems problems;
  private final Map<String, String> released;
  private final Map<String, String> unreleased = new LinkedHashMap<>();

  private ReleasedMappings(Path catalog, Problems problems) {
    this.catalog = catalog;
    this.problems = problems;
    Path file = catalog.resolve(FILE);
    this.released = Files.exists(file) ? YamlFile.open(file, problems).textEntries() : Map.of();
  }

  /**
   * Tells every mapping whose version means something else than it did, and gives the fingerprints of new versions ({@code ib/2}). Only for
   * sources whose files have no problem.
   */
  static Map<String, String> unreleased(Path catalog, List<Source> sources, Problems problems) {
    ReleasedMappings mappings = new ReleasedMappings(catalog, problems);
    sources.forEach(mappings::check);
    return mappings.unreleased;
  }

  private void check(Source source) {
    Path folder = catalog.resolve("sources").resolve(source.name());
    YamlNode mapping = YamlFile.open(folder.resolve("mapping.yaml"), problems);
    String meaning = MappingMeaning.fingerprint(folder, mapping, problems);
    int newest = newest(source);
    String known = released.get(source.mappingVersion());
    YamlNode version = mapping.optional("version");
    if (source.version() < newest) {
      version.problem("version " + source.version() + " is older than " + newest + ", which is released (catalog/" + FILE
          + "): a mapping that goes back is a new version, raise version to " + (newest + 1));
    } else if (known != null && !known.equals(meaning)) {
      version.problem("the mapping changed and is no longer what version " + source.version() + " meant when it was released: "
          + "raise version to " + (newest + 1) + ". If no platform has kept rows of version " + source.version() + " yet, take its line out of catalog/" + FILE);
    } else if (known == null) {
      unreleased.put(source.mappingVersion(), meaning);
    }
  }

  /** The highest version of the source that is released; 0 when none is. */
  private int newest(Source source) {
    List<Integer> versions = new ArrayList<>(List.of(0));
    released.keySet().stream().filter(version -> version.matches(source.name() + "/\\d{1,9}"))
        .forEach(version -> versions.add(Integer.parseInt(version.substring(source.name().length() + 1))));
    return versions.stream().mapToInt(Integer::intValue).max().orElse(0);
  }
}
