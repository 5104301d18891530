package io.twinlane.local.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.CatalogLoader;
import io.twinlane.local.up.PlatformRefusal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LandingTest {
  private static final Catalog CATALOG = CatalogLoader.load(Path.of(System.getProperty("twinlane.root")));

  @TempDir
  private Path dir;

  @Test
  void everything_that_is_wrong_is_told_before_anything_is_landed() throws Exception {
    Path good = Files.writeString(dir.resolve("good.json"), "{}");
    Path empty = Files.createFile(dir.resolve("empty.json"));
    Path folder = Files.createDirectory(dir.resolve("folder.json"));
    Path link = Files.createSymbolicLink(dir.resolve("link.json"), Path.of("gone.json"));
    Path loop = Files.createSymbolicLink(dir.resolve("loop.json"), Path.of("loop.json"));
    Path pipe = dir.resolve("pipe.json");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    Path dot = Files.writeString(dir.resolve(".part.json"), "{}");
    Path gone = dir.resolve("nowhere.json");

    assertThatThrownBy(() -> Landing.of(CATALOG, "coinbase", List.of(good, empty, folder, link, loop, pipe, dot, gone)))
        .isInstanceOfSatisfying(PlatformRefusal.class, refusal -> assertThat(refusal.problems()).containsExactly(
            "Cannot land files of coinbase: it is a live source, whose recordings are played: ./twinlane replay coinbase FILE."
                + " Sources of files: cftc, eia.",
            "Cannot land " + empty + ": it is empty",
            "Cannot land " + folder + ": it is a folder, not a file",
            "Cannot land " + link + ": it is a link to gone.json, which is missing",
            "Cannot land " + loop + ": it is a link to loop.json, which leads back to itself or cannot be reached",
            "Cannot land " + pipe + ": it is no regular file but a pipe, a socket or a device",
            "Cannot land " + dot + ": a leading dot marks files that are still being written. Allowed: any other name",
            "Cannot land " + gone + ": the file is missing"));
  }

  @Test
  void a_source_that_is_not_there_comes_with_the_one_that_was_meant() throws Exception {
    Path good = Files.writeString(dir.resolve("good.json"), "{}");

    assertThatThrownBy(() -> Landing.of(CATALOG, "eja", List.of(good)))
        .hasMessage("Cannot land files of eja: unknown source eja; did you mean eia? Known: cftc, eia");
  }
}
