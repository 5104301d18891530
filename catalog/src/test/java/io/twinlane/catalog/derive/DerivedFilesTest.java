package io.twinlane.catalog.derive;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinlane.catalog.CatalogFolder;
import io.twinlane.catalog.CatalogLoader;
import io.twinlane.catalog.RunnableCatalog;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DerivedFilesTest {
  @TempDir Path root;

  private static List<String> texts(List<DerivedFiles.Stale> stale) {
    return stale.stream().map(DerivedFiles.Stale::toString).toList();
  }

  @Test
  void derived_text_in_this_repository_is_what_the_catalog_says() {
    Path repository = Path.of(System.getProperty("twinlane.root"));

    assertThat(texts(DerivedFiles.stale(repository, CatalogLoader.loadRunnable(repository)))).as("stale files; ./twinlane render").isEmpty();
  }

  @Test
  void missing_changed_and_left_over_files_are_told_and_made_fresh() throws Exception {
    RunnableCatalog catalog = RunnableCatalog.of(new CatalogFolder(root).load());
    DerivedFiles.write(root, catalog);
    Files.delete(root.resolve("catalog/derived/glossary.md"));
    Files.writeString(root.resolve("catalog/derived/sources.md"), "by hand");
    Files.writeString(root.resolve("catalog/derived/avro/old.avsc"), "{}");

    List<String> stale = texts(DerivedFiles.write(root, catalog));

    assertThat(stale).containsExactly("catalog/derived/avro/old.avsc is derived no more", "catalog/derived/glossary.md is missing",
        "catalog/derived/sources.md differs from what the catalog says");
    assertThat(DerivedFiles.stale(root, catalog)).as("after write").isEmpty();
    assertThat(root.resolve("catalog/derived/avro/old.avsc")).doesNotExist();
  }

  @Test
  void derived_text_says_where_it_comes_from_wherever_its_format_has_comments() {
    List<String> without = new ArrayList<>();
    for (Map.Entry<String, String> file : Derivations.of(new CatalogFolder(root).load()).entrySet()) {
      String first = file.getValue().lines().findFirst().orElse("");
      boolean json = file.getKey().endsWith(".json") || file.getKey().endsWith(".avsc");
      if (!json && !(first.contains("derived from catalog/") && first.contains("do not edit: ./twinlane render"))) {
        without.add(file.getKey());
      }
    }

    assertThat(without).as("files without the note").isEmpty();
  }

  @Test
  void the_dictionary_says_what_a_column_feeds_and_the_glossary_what_a_field_means() {
    Map<String, String> files = Derivations.of(new CatalogFolder(root).load());

    assertThat(files.get("sources.md"))
        .contains("| `price` | `price` | the instrument's price unit |  |")
        .contains("| `event_time` | `time`, else the receive time | 1_us | DERIVED for the receive time |")
        .contains("| `product` | `product` | Product | quote.symbol |")
        .contains("| `kind` | `kind` | Kind | kept in bronze |");
    assertThat(files.get("glossary.md"))
        .contains("| `change` | decimal(24,12) | 1_percent |  | Against before |")
        .contains("| 4 | `UNRESOLVED` | Not in the table |");
  }
}
