package io.twinlane.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinlane.catalog.load.Problems;
import io.twinlane.catalog.load.Released;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Stored rows keep their meaning: codes of states and versions of mappings. */
class ReleasedTest {
  private static final String MAPPING = "catalog/sources/feed/mapping.yaml";
  private static final String SCHEMA = "\\.[0-9a-f]{16}\\.avsc";
  private static final String SOUND = CatalogFolder.FEED + CatalogFolder.TICK;
  @TempDir Path root;
  private CatalogFolder folder;

  @BeforeEach
  void write() {
    folder = new CatalogFolder(root);
  }

  @Test
  void what_is_new_is_missing_until_it_is_recorded_once() throws Exception {
    List<String> missing = unrecorded();

    assertThat(missing).hasSize(3).startsWith("catalog/released/mappings.yaml lacks feed/1",
        "catalog/released/states.yaml lacks MISSING, LIVE, CARRIED, DERIVED, UNRESOLVED");
    assertThat(missing.get(2)).matches("catalog/released/avro lacks dropped" + SCHEMA + ", quote" + SCHEMA + ", unqualified" + SCHEMA);
    assertThat(Released.record(root, folder.load())).isEqualTo(missing);
    String recorded = Files.readString(root.resolve("catalog/released/mappings.yaml"));
    assertThat(recorded).startsWith("# Written by ./twinlane render").containsPattern("\nfeed/1: [0-9a-f]{64}\n$");
    assertThat(Released.record(root, folder.load())).as("recorded again").isEmpty();
    assertThat(root.resolve("catalog/released/mappings.yaml")).hasContent(recorded);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      `as: iso-time`             | `as: epoch-millis`
      `column: price, unit`      | `column: levels, unit`
      `state: LIVE`              | `state: DERIVED`
      `path: at.time`            | `path: at`
      `table: instruments`       | `split: "-", price-unit: 1, size-unit: 1`
      """)
  void a_mapping_that_means_something_else_needs_a_new_version(String text, String by) {
    Released.record(root, folder.load());
    folder.with(MAPPING, SOUND.replace(text, by));

    assertThat(problems()).containsExactly(MAPPING + ":2: the mapping changed and is no longer what version 1 meant when it was released: "
        + "raise version to 2. If no platform has kept rows of version 1 yet, take its line out of catalog/released/mappings.yaml");
    assertThatThrownBy(() -> Released.record(root, read())).hasMessageStartingWith("Cannot load what is released: 1 problem\n");
  }

  @Test
  void comments_descriptions_quotes_and_the_order_of_keys_mean_nothing() {
    Released.record(root, folder.load());
    folder.with(MAPPING, SOUND.replace("description: A feed", "description: The feed").replace("name: kind, description: Kind",
        "description: What it is, name: 'kind'").replace("messages:", "# what comes\nmessages:")
        .replace("lane: live\ntype: websocket", "type: websocket\nlane: live"));

    assertThat(problems()).isEmpty();
    assertThat(unrecorded()).isEmpty();
  }

  @Test
  void a_raised_version_is_recorded_beside_the_old_one_and_never_lowered() {
    Released.record(root, folder.load());
    folder.with(MAPPING, SOUND.replace("state: LIVE", "state: DERIVED").replace("version: 1", "version: 2"));

    assertThat(Released.record(root, folder.load())).containsExactly("catalog/released/mappings.yaml lacks feed/2");
    assertThat(problems()).isEmpty();
    folder.with(MAPPING, SOUND);
    assertThat(problems()).containsExactly(MAPPING + ":2: version 1 is older than 2, which is released (catalog/released/mappings.yaml): "
        + "a mapping that goes back is a new version, raise version to 3");
  }

  @Test
  void a_source_that_is_the_same_as_another_changes_with_it() {
    folder.with("catalog/sources/copy/mapping.yaml", "source: copy\nsame-as: feed\nversion: 7\ndescription: The same\n");
    Released.record(root, folder.load());
    folder.with(MAPPING, SOUND.replace("state: LIVE", "state: DERIVED").replace("version: 1", "version: 2"));

    assertThat(problems()).singleElement().asString().startsWith("catalog/sources/copy/mapping.yaml:3: the mapping changed")
        .contains("raise version to 8");
  }

  @Test
  void the_header_that_columns_come_from_is_part_of_the_meaning() {
    String mapping = SOUND.replaceAll("(?s)columns:.*messages", "columns: from-header\nmessages").replace("format: json", "format: csv");
    folder.with(MAPPING, mapping).with("catalog/sources/feed/columns.csv", "product,time,price\n");
    Released.record(root, folder.load());
    folder.with("catalog/sources/feed/columns.csv", "product,time,price,size\n");

    assertThat(problems()).singleElement().asString().startsWith(MAPPING + ":2: the mapping changed");
  }

  @Test
  void the_order_of_released_states_is_fixed_and_new_ones_go_to_the_end() {
    Released.record(root, folder.load());
    String states = "- {name: MISSING, meaning: a}\n- {name: CARRIED, meaning: a}\n- {name: LIVE, meaning: a}\n"
        + "- {name: DERIVED, meaning: a}\n- {name: UNRESOLVED, meaning: a}\n";
    folder.with("catalog/states.yaml", states);

    assertThat(folder.problems()).containsExactly("catalog/states.yaml:2: state LIVE must stand here: code 1 means it in stored rows "
        + "(catalog/released/states.yaml). New states go to the end");
    folder.with("catalog/states.yaml", states.replace("CARRIED", "X").replace("LIVE", "CARRIED").replace("X", "LIVE")
        + "- {name: HALTED, meaning: a}\n");
    assertThat(unrecorded()).startsWith("catalog/released/states.yaml lacks HALTED");
  }

  @Test
  void a_released_state_that_is_gone_is_told() {
    folder.with("catalog/released/states.yaml", "- MISSING\n- LIVE\n- CARRIED\n- DERIVED\n- UNRESOLVED\n- HALTED\n");

    assertThat(folder.problems()).containsExactly("catalog/states.yaml:1: state HALTED must stand at place 6: code 5 means it in stored "
        + "rows (catalog/released/states.yaml). New states go to the end");
  }

  @Test
  void a_schema_that_changed_is_kept_beside_the_old_one_and_neither_is_edited() throws Exception {
    Released.record(root, folder.load());
    Path first = schemas().get(0);
    String text = Files.readString(first);
    folder.with("catalog/categories/quote.yaml", Files.readString(root.resolve("catalog/categories/quote.yaml"))
        .replaceFirst("decimal\\((\\d+),\\s*(\\d+)\\)", "decimal(30,3)"));

    assertThat(Released.record(root, folder.load())).singleElement().asString().matches("catalog/released/avro lacks quote" + SCHEMA);
    assertThat(schemas()).hasSize(2).contains(first);
    assertThat(first).hasContent(text);
    assertThat(folder.load().category("quote").releasedSchemas()).hasSize(2).contains(text);
    Files.writeString(first, text.replace("\"long\"", "\"int\""));
    assertThat(folder.problems()).containsExactly("catalog/released/avro/" + first.getFileName()
        + ": its name and its content disagree: it must stay as ./twinlane render wrote it");
  }

  private List<Path> schemas() throws IOException {
    try (Stream<Path> files = Files.list(root.resolve("catalog/released/avro"))) {
      return files.filter(file -> file.getFileName().toString().startsWith("quote.")).sorted().toList();
    }
  }

  private List<String> unrecorded() {
    return Released.check(root, folder.load(), source -> true, new Problems(root));
  }

  private List<String> problems() {
    Problems problems = new Problems(root);
    Released.check(root, read(), source -> true, problems);
    return problems.list().stream().map(Problem::toString).toList();
  }

  /** The catalog as far as it can be read: what is wrong in it otherwise does not matter here. */
  private Catalog read() {
    return CatalogLoader.read(root).catalog();
  }
}
