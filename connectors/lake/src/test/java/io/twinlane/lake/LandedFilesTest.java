package io.twinlane.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LandedFilesTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final Instant NEXT_DAY = Instant.parse("2026-11-23T09:30:00Z");
  private static final String FOLDER = "raw/rest/eia/petroleum_stoc_wstk/";

  @TempDir
  private Path dir;
  private LakeConfig lake;

  @BeforeEach
  void open() {
    lake = LakeConfig.local(dir.resolve("a lake %20"));
  }

  private String land(String name, byte[] content, Instant landed) throws IOException {
    Path file = dir.resolve(name);
    Files.write(file, content);
    return LandedFiles.land(lake, TestLake.EIA, file, landed).origin();
  }

  private byte[] content(String origin) throws IOException {
    return Files.readAllBytes(dir.resolve("a lake %20").resolve(origin));
  }

  private int files() throws IOException {
    return RawFiles.list(lake.rawFolder(TestLake.EIA)).size();
  }

  @Test
  void a_file_is_landed_as_received_below_its_date() throws IOException {
    byte[] received = {(byte) 0xff, 0, '\r', '\n', (byte) 0xc3};
    String origin = land("stocks of week 47: a%20b.json", received, NOON);
    assertThat(origin).as("origin").isEqualTo(FOLDER + "dt=2026-11-22/landed=12-00-00.000000/stocks of week 47: a%20b.json");
    assertThat(content(origin)).as("content").isEqualTo(received);
  }

  @Test
  void the_same_file_again_changes_nothing_even_on_another_day() throws IOException {
    byte[] received = "{}".getBytes(StandardCharsets.UTF_8);
    String first = land("a.json", received, NOON);
    assertThat(land("a.json", received, NEXT_DAY)).as("origin of the second landing").isEqualTo(first);
    assertThat(files()).as("files").isEqualTo(1);
  }

  @Test
  void the_same_content_under_another_name_changes_nothing_and_is_told() throws IOException {
    Landed first = LandedFiles.land(lake, TestLake.EIA, Files.writeString(dir.resolve("a.json"), "{}"), NOON);
    Landed second = LandedFiles.land(lake, TestLake.EIA, Files.writeString(dir.resolve("b.json"), "{}"), NEXT_DAY);
    assertThat(first).as("first").isEqualTo(new Landed(first.origin(), NOON, false));
    assertThat(second).as("second").isEqualTo(new Landed(first.origin(), NOON, true));
    assertThat(files()).as("files").isEqualTo(1);
  }

  @Test
  void content_that_only_an_overtaken_file_had_is_news_under_another_name() throws IOException {
    land("a.json", "{}".getBytes(StandardCharsets.UTF_8), NOON);
    land("a.json", "[]".getBytes(StandardCharsets.UTF_8), NOON);
    land("b.json", "{}".getBytes(StandardCharsets.UTF_8), NEXT_DAY);
    assertThat(files()).as("files").isEqualTo(3);
  }

  @Test
  void other_content_under_the_same_name_and_time_is_kept_beside_the_first() throws IOException {
    String first = land("a.json", "{}".getBytes(StandardCharsets.UTF_8), NOON);
    String second = land("a.json", "[]".getBytes(StandardCharsets.UTF_8), NOON);
    assertThat(List.of(first, second)).as("origins").doesNotHaveDuplicates();
    assertThat(content(first)).as("the first").isEqualTo("{}".getBytes(StandardCharsets.UTF_8));
    assertThat(content(second)).as("the second").isEqualTo("[]".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void content_that_comes_back_after_other_content_is_news() throws IOException {
    land("a.json", "{}".getBytes(StandardCharsets.UTF_8), NOON);
    land("a.json", "[]".getBytes(StandardCharsets.UTF_8), NOON);
    land("a.json", "{}".getBytes(StandardCharsets.UTF_8), NEXT_DAY);
    assertThat(files()).as("files").isEqualTo(3);
  }

  @Test
  void a_difference_after_the_first_megabyte_counts() throws IOException {
    byte[] large = new byte[3 << 20];
    land("a.json", large, NOON);
    large[large.length - 1] = 1;
    land("a.json", large, NEXT_DAY);
    assertThat(files()).as("files").isEqualTo(2);
  }

  @Test
  void what_cannot_be_landed_says_why() throws IOException {
    assertThat(problem(".a.json", "{}")).isEqualTo("a leading dot marks files that are still being written. Allowed: any other name");
    assertThat(problem("a\\b.json", "{}")).startsWith("the lake would take the backslash for a folder");
    assertThat(problem("a\nb.json", "{}")).startsWith("its name is no name in the lake: ");
    assertThat(problem("empty.json", "")).isEqualTo("it is empty");
    assertThat(LandedFiles.problem(dir.resolve("gone.json"))).contains("the file is missing");
    assertThat(LandedFiles.problem(dir)).contains("it is a folder, not a file");
  }

  @Test
  void a_file_that_no_task_could_read_whole_is_refused() throws IOException {
    Path large = large(dir.resolve("large.json"));
    assertThatThrownBy(() -> LandedFiles.land(lake, TestLake.EIA, large, NOON)).hasMessage("Cannot land " + large
        + ": it has 67,108,865 bytes, and a file is read whole. Allowed: at most 67,108,864; split it");
  }

  @Test
  void a_file_that_came_into_the_lake_another_way_is_not_read_either() throws IOException {
    String origin = land("large.json", "{}".getBytes(StandardCharsets.UTF_8), NOON);
    Path landed = large(dir.resolve("a lake %20").resolve(origin));
    assertThatThrownBy(() -> new LandedRecords.Opener(TestLake.EIA).open(new org.apache.flink.core.fs.Path("file://" + landed)))
        .hasMessage("Cannot read " + origin + ": it has 67,108,865 bytes, and a file is read whole. Allowed: at most 67,108,864; split it");
  }

  private static Path large(Path path) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
      file.setLength((64L << 20) + 1); // sparse: it takes no room
    }
    return path;
  }

  private String problem(String name, String content) throws IOException {
    return LandedFiles.problem(Files.writeString(dir.resolve(name), content)).orElseThrow();
  }

  @Test
  void nothing_of_a_landing_that_failed_is_seen_by_readers() throws IOException {
    Path folder = Files.createDirectory(dir.resolve("folder.json"));
    assertThatThrownBy(() -> LandedFiles.land(lake, TestLake.EIA, folder, NOON)).hasMessageStartingWith("Cannot land");
    assertThat(files()).as("files").isZero();
  }
}
