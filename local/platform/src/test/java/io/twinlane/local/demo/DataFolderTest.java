package io.twinlane.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.CatalogLoader;
import io.twinlane.kafka.replay.MaxGap;
import io.twinlane.local.recordings.RecordingFile;
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

    Material material = DataFolder.read(folder, CATALOG, MaxGap.STANDARD);

    assertThat(material.recordings().get(CATALOG.source("ib"))).extracting(RecordingFile::path).containsExactly(frames);
    assertThat(material.recordings()).hasSize(1);
    assertThat(material.files()).isEqualTo(Map.of(CATALOG.source("eia"), List.of(response)));
    assertThat(material.notes()).contains("not played: " + stray + " is in no source's folder");
  }

  @Test
  void an_empty_folder_is_refused_with_what_it_should_hold() {
    assertThatThrownBy(() -> DataFolder.read(folder, CATALOG, MaxGap.STANDARD)).isInstanceOf(PlatformRefusal.class)
        .hasMessage("Cannot play " + folder + ": it holds no recording. Give it <source>/*.jsonl for [coinbase, ib, simulated], "
            + "<source>/*.csv, *.txt or *.json for [cftc, eia]");
  }

  @Test
  void all_that_is_wrong_is_said_at_once() throws IOException {
    Path unknown = file("nyse/ticks.jsonl").getParent();
    Path wrong = file("cftc/lines.jsonl");

    assertThatThrownBy(() -> DataFolder.read(folder, CATALOG, MaxGap.STANDARD)).isInstanceOf(PlatformRefusal.class)
        .hasMessage("Cannot play " + wrong + ": cftc is a source of files. Allowed: [.csv, .txt, .json]\n"
            + "Cannot play " + unknown + ": there is no source nyse. Known: [cftc, coinbase, eia, ib, simulated]");
  }

  @Test
  void what_cannot_be_played_is_found_without_opening_what_could_hang() throws Exception {
    Path ib = Files.createDirectories(folder.resolve("ib"));
    Path folderNamedSo = Files.createDirectories(ib.resolve("a.jsonl"));
    Path dangling = Files.createSymbolicLink(ib.resolve("b.jsonl"), Path.of("nowhere"));
    Path loop = Files.createSymbolicLink(ib.resolve("c.jsonl"), Path.of("c.jsonl"));
    Path pipe = ib.resolve("d.jsonl");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    Path device = Files.createSymbolicLink(ib.resolve("e.jsonl"), Path.of("/dev/zero"));
    Path empty = Files.createFile(ib.resolve("f.jsonl"));
    Path blank = Files.writeString(ib.resolve("g.jsonl"), "\n \r\n\t\n");
    Path unreadable = Files.createSymbolicLink(ib.resolve("h.jsonl"), Path.of("/proc/self/mem"));
    Path source = Files.createSymbolicLink(folder.resolve("coinbase"), Path.of("gone"));
    Path emptyFile = Files.createDirectories(folder.resolve("eia")).resolve("page.json");
    Files.createFile(emptyFile);
    file("instruments.csv");

    assertThatThrownBy(() -> DataFolder.read(folder, CATALOG, MaxGap.STANDARD)).isInstanceOf(PlatformRefusal.class)
        .hasMessageStartingWith("Cannot load " + folder + "/instruments.csv:1: ")
        .hasMessageEndingWith(String.join("\n",
            "Cannot play " + source + ": it is a link to gone, which is missing. Allowed: a folder",
            "Cannot land " + emptyFile + ": it is empty",
            "Cannot play " + folderNamedSo + ": it is a folder, not a file",
            "Cannot play " + dangling + ": it is a link to nowhere, which is missing",
            "Cannot play " + loop + ": it is a link to c.jsonl, which leads back to itself or cannot be reached",
            "Cannot play " + pipe + ": it is no regular file but a pipe, a socket or a device",
            "Cannot play " + device + ": it is no regular file but a pipe, a socket or a device",
            "Cannot play " + empty + ": it holds no message",
            "Cannot play " + blank + ": it holds no message",
            "Cannot play " + unreadable + ": it cannot be read (Input/output error)"));
  }

  @Test
  void links_to_files_and_folders_are_followed() throws IOException {
    Path real = file(".elsewhere/real.data");
    Path linked = Files.createDirectories(folder.resolve(".elsewhere/ib"));
    Files.createSymbolicLink(linked.resolve("frames.jsonl"), real);
    Files.createSymbolicLink(folder.resolve("ib"), linked);

    assertThat(DataFolder.read(folder, CATALOG, MaxGap.STANDARD).recordings().get(CATALOG.source("ib"))).hasSize(1);
  }

  @Test
  void lines_that_kafka_does_not_take_are_told_with_their_numbers() throws IOException {
    Path large = file("ib/large.jsonl");
    Files.writeString(large, "tic\n" + "x".repeat(17 << 20) + "\ntic\n{\"received\":1777552110061,\"message\":\"" + "y".repeat(17 << 20)
        + "\"}\n" + "z".repeat(33 << 20) + "\ntic\n");

    assertThatThrownBy(() -> DataFolder.read(folder, CATALOG, MaxGap.STANDARD)).isInstanceOf(PlatformRefusal.class)
        .hasMessage("Cannot play " + large + ": the message in line 2 has 17825792 bytes. Allowed: at most 16695296\n"
            + "Cannot play " + large + ": the message in line 4 has 17825792 bytes. Allowed: at most 16695296\n"
            + "Cannot play " + large + ": line 5 is longer than 33554432 bytes. Allowed: one message a line");
  }

  private Path file(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, "{}\n");
  }
}
