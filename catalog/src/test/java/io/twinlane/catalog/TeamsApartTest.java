package io.twinlane.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is wrong with one team's files, the platform and the other teams run. */
class TeamsApartTest {
  private static final String TEAM = "catalog/teams/quant.yaml";
  private static final String QUERY = "SELECT symbol, price FROM quote\n";
  @TempDir Path root;
  private CatalogFolder folder;

  @BeforeEach
  void write_a_second_team() {
    folder = new CatalogFolder(root);
    folder.with(TEAM, "team: quant\ndescription: Second\nowner: them@example.com\n");
    folder.with("sql/quant/one/computation.yaml", CatalogFolder.COMPUTATION);
    folder.with("sql/quant/one/query.sql", QUERY);
    folder.with("sql/quant/two/computation.yaml", CatalogFolder.COMPUTATION);
    folder.with("sql/quant/two/query.sql", QUERY);
  }

  @Test
  void a_teams_file_that_is_no_yaml_refuses_its_computations_alone() {
    folder.with(TEAM, "team: [\n");
    assertThat(refusedAlone()).allSatisfy(problem -> assertThat(problem).startsWith(TEAM + ":2: not YAML: ")).hasSize(1);
  }

  @Test
  void a_teams_file_with_a_wrong_word_refuses_its_computations_alone() {
    folder.with(TEAM, "team: quant\ndescription: Second\nowner: them@example.com\nttl: soon\n");
    assertThat(refusedAlone()).singleElement().asString().startsWith(TEAM + ":4: ");
  }

  @Test
  void a_teams_file_that_is_a_folder_or_a_link_to_nothing_refuses_its_computations_alone() throws IOException {
    Files.delete(root.resolve(TEAM));
    Files.createDirectories(root.resolve(TEAM));
    assertThat(refusedAlone()).containsExactly(TEAM + ": it is a folder, not a file");
    Files.delete(root.resolve(TEAM));
    Files.createSymbolicLink(root.resolve(TEAM), Path.of("nowhere"));
    assertThat(refusedAlone()).containsExactly(TEAM + ": it is a link to nowhere, which is missing");
  }

  @Test
  void a_name_that_another_teams_file_takes_stays_with_the_file_of_that_name() {
    folder.with("catalog/teams/also.yaml", "team: desk\ndescription: Takes a name\nowner: them@example.com\n");
    RunnableCatalog loaded = CatalogLoader.loadRunnable(root);
    assertThat(loaded.catalog().computations()).extracting(Computation::jobName)
        .containsExactly("compute-desk-last_price", "compute-quant-one", "compute-quant-two");
    assertThat(loaded.catalog().teams()).extracting(Team::name).containsExactly("desk", "quant");
    assertThat(loaded.refused()).containsOnlyKeys("also");
    assertThat(loaded.problems()).extracting(Problem::toString)
        .containsExactly("catalog/teams/also.yaml:1: team desk stands under the name also: both must be the same");
  }

  @Test
  void a_computation_that_links_to_nothing_is_told_and_is_no_other_ones_problem() throws IOException {
    Files.createSymbolicLink(root.resolve("sql/quant/three"), Path.of("nowhere"));
    RunnableCatalog loaded = CatalogLoader.loadRunnable(root);
    assertThat(loaded.catalog().computations()).hasSize(3);
    assertThat(loaded.refused()).containsOnlyKeys("quant/three");
    assertThat(loaded.problems()).extracting(Problem::toString)
        .containsExactly("sql/quant/three: it is a link to nowhere, which is missing");
  }

  @Test
  void what_concerns_everybody_refuses_everybody_and_tells_what_is_wrong_with_teams_too() {
    folder.with(TEAM, "team: [\n");
    folder.with("catalog/units.yaml", "units: [\n");
    assertThatThrownBy(() -> CatalogLoader.loadRunnable(root)).isInstanceOf(CatalogProblems.class)
        .hasMessageContaining("catalog/units.yaml:2: not YAML").hasMessageContaining(TEAM + ":2: not YAML");
  }

  /** The problems for which the second team's computations are refused, and no other one's. */
  private List<String> refusedAlone() {
    RunnableCatalog loaded = CatalogLoader.loadRunnable(root);
    assertThat(loaded.catalog().computations()).extracting(Computation::name).containsExactly("last_price");
    assertThat(loaded.refused()).containsOnlyKeys("quant/one", "quant/two");
    return loaded.problems().stream().map(Problem::toString).toList();
  }
}
