package io.twinlane.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.CatalogLoader;
import io.twinlane.local.up.PlatformRefusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
  private static final Catalog CATALOG = CatalogLoader.load(Path.of(System.getProperty("twinlane.root")));

  @TempDir
  Path folder;

  @Test
  void recordings_and_files_are_found_by_source_and_the_rest_is_noted() throws IOException {
    Path frames = file("ib/frames.jsonl");
    Path response = file("eia/response.json");
    Path stray = file("README.md");
    file(".DS_Store");
    file("instruments.csv");

    Material material = DataFolder.read(folder, CATALOG);

    assertThat(material.recordings()).isEqualTo(Map.of(CATALOG.source("ib"), List.of(frames)));
    assertThat(material.files()).isEqualTo(Map.of(CATALOG.source("eia"), List.of(response)));
    assertThat(material.notes()).containsExactly("not played: " + stray + " is in no source's folder");
  }

  @Test
  void an_empty_folder_is_refused_with_what_it_should_hold() {
    assertThatThrownBy(() -> DataFolder.read(folder, CATALOG)).isInstanceOf(PlatformRefusal.class)
        .hasMessage("Cannot play " + folder + ": it holds no recording. Give it <source>/*.jsonl for [coinbase, ib, simulated], "
            + "<source>/*.csv, *.txt or *.json for [cftc, eia]");
  }

  @Test
  void all_that_is_wrong_is_said_at_once() throws IOException {
    Path unknown = file("nyse/ticks.jsonl").getParent();
    Path wrong = file("cftc/lines.jsonl");

    assertThatThrownBy(() -> DataFolder.read(folder, CATALOG)).isInstanceOf(PlatformRefusal.class)
        .hasMessage("Cannot play " + wrong + ": cftc is a source of files. Allowed: [.csv, .txt, .json]\n"
            + "Cannot play " + unknown + ": there is no source nyse. Known: [cftc, coinbase, eia, ib, simulated]");
  }

  private Path file(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, "{}\n");
  }
}
