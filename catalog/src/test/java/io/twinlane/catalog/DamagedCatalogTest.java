package io.twinlane.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinlane.catalog.derive.Derivations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The repository's own catalog with one line damaged at a time. */
class DamagedCatalogTest {
  private static final Path REPOSITORY = Path.of(System.getProperty("twinlane.root"));
  @TempDir Path root;
  private final List<String> surprises = new ArrayList<>();
  private int refused;

  @BeforeEach
  void copy() throws IOException {
    List<Path> written = files(REPOSITORY.resolve("catalog/categories"), REPOSITORY.resolve("catalog/sources"),
        REPOSITORY.resolve("catalog/teams"), REPOSITORY.resolve("sql"));
    for (String name : List.of("platform.yaml", "states.yaml", "reasons.yaml", "units.yaml", "instruments.csv")) {
      written.add(REPOSITORY.resolve("catalog").resolve(name));
    }
    for (Path file : written) {
      Path copy = root.resolve(REPOSITORY.relativize(file));
      Files.createDirectories(copy.getParent());
      Files.copy(file, copy);
    }
  }

  private static List<Path> files(Path... folders) throws IOException {
    List<Path> found = new ArrayList<>();
    for (Path folder : folders) {
      try (Stream<Path> files = Files.walk(folder)) {
        files.filter(file -> file.toString().matches(".*\\.(yaml|csv|sql)")).forEach(found::add);
      }
    }
    return found;
  }

  /** Damages every second line of every YAML file in turn, from the first given one on, loads, and puts the line back. */
  private void damageLines(int first, UnaryOperator<String> damage) throws IOException {
    for (Path file : files(root)) {
      if (!file.toString().endsWith(".yaml")) {
        continue;
      }
      List<String> lines = Files.readAllLines(file);
      for (int i = first; i < lines.size(); i += 2) {
        List<String> damaged = new ArrayList<>(lines);
        damaged.set(i, damage.apply(lines.get(i)));
        Files.write(file, damaged);
        load(root.relativize(file) + ":" + (i + 1));
      }
      Files.write(file, lines);
    }
  }

  private void load(String place) {
    try {
      Derivations.of(CatalogLoader.load(root));
    } catch (CatalogProblems e) {
      refused++;
    } catch (RuntimeException e) {
      surprises.add(place + ": " + e);
    }
  }

  @Test
  void a_missing_line_gives_problems_or_a_catalog_that_derives_whole() throws IOException {
    damageLines(0, line -> "");

    assertThat(surprises).as("neither loaded nor refused").isEmpty();
    assertThat(refused).as("damaged catalogs that were refused").isGreaterThan(75);
  }

  @Test
  void a_value_of_another_shape_gives_problems_or_a_catalog_that_derives_whole() throws IOException {
    damageLines(1, line -> line.replaceFirst(": .*", ": [{a: ~}]"));

    assertThat(surprises).as("neither loaded nor refused").isEmpty();
    assertThat(refused).as("damaged catalogs that were refused").isGreaterThan(75);
  }
}
