package io.twinlane.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChdbLibraryTest {
  private static final String BRINGS_THE_LIBRARY = """
      mkdir -p node_modules/@chdb/lib-linux-x64-gnu
      echo run >> ../runs
      echo "$@" > ../arguments
      """;
  private static final String LAST_LINE = "echo engine > node_modules/@chdb/lib-linux-x64-gnu/libchdb.so\n";

  @TempDir Path dir;
  private final List<String> told = Collections.synchronizedList(new ArrayList<>());

  @Test
  void the_lock_file_holds_no_address_and_the_version_that_the_code_names() throws Exception {
    JsonNode manifest = new ObjectMapper().readTree(Folders.shipped("chdb-package.json"));
    JsonNode locked = new ObjectMapper().readTree(Folders.shipped("chdb-package-lock.json"));
    JsonNode engine = locked.at("/packages/node_modules~1@chdb~1lib-linux-x64-gnu");
    assertThat(manifest.at("/dependencies/@chdb~1lib-linux-x64-gnu").asText()).isEqualTo(ChdbLibrary.VERSION);
    assertThat(engine.get("version").asText()).isEqualTo(ChdbLibrary.VERSION);
    assertThat(engine.get("integrity").asText()).startsWith("sha512-");
    assertThat(locked.findValues("resolved")).isEmpty();
    assertThat(locked.toString()).doesNotContain("http");
  }

  @Test
  void it_is_fetched_once_and_found_from_then_on() throws Exception {
    String path = npm(BRINGS_THE_LIBRARY + LAST_LINE);
    Path library = locate(path);
    assertThat(library)
        .isEqualTo(cache().resolve("chdb-26.7.3-stable.1/node_modules/@chdb/lib-linux-x64-gnu/libchdb.so"))
        .hasContent("engine");
    assertThat(Files.readString(cache().resolve("arguments")).strip()).isEqualTo("ci --ignore-scripts --no-audit --no-fund");
    assertThat(locate("/no/npm/needed/now")).isEqualTo(library);
    assertThat(cache().resolve("runs")).hasContent("run");
  }

  @Test
  void a_slow_fetch_tells_how_far_it_is() throws Exception {
    locate(npm(BRINGS_THE_LIBRARY + "head -c 7000000 /dev/zero > part\nsleep 5\n" + LAST_LINE));
    assertThat(told.get(0)).isEqualTo("Fetching the ClickHouse engine 26.7.3-stable.1: 178 MB, once on this machine");
    assertThat(told.subList(1, 3)).containsOnly("Fetching the ClickHouse engine: 7 of 569 MB unpacked");
    assertThat(told.get(told.size() - 1)).isEqualTo("Fetched the ClickHouse engine into " + cache().resolve("chdb-26.7.3-stable.1"));
  }

  @Test
  void of_two_that_come_at_the_same_time_one_fetches_and_both_get_it() throws Exception {
    String path = npm(BRINGS_THE_LIBRARY + "sleep 1\n" + LAST_LINE);
    CompletableFuture<Path> other = CompletableFuture.supplyAsync(() -> locate(path));
    assertThat(locate(path)).isEqualTo(other.get()).hasContent("engine");
    assertThat(cache().resolve("runs")).hasContent("run");
  }

  @Test
  void while_another_process_fetches_it_waits_and_says_so() throws Exception {
    String path = npm(BRINGS_THE_LIBRARY + "sleep 3\n" + LAST_LINE);
    Process other = OtherJvm.running(FetchMain.class, cache().toString(), path).start();
    try {
      assertThat(other.inputReader().readLine()).startsWith("Fetching the ClickHouse engine");
      assertThat(locate(path)).hasContent("engine");
      assertThat(told).containsOnly("Waiting for another process that fetches the ClickHouse engine: 0 s",
          "Waiting for another process that fetches the ClickHouse engine: 2 s");
      assertThat(cache().resolve("runs")).hasContent("run");
    } finally {
      other.destroyForcibly();
    }
  }

  @Test
  void what_a_killed_fetch_left_is_cleared_away() throws Exception {
    Path left = Files.createDirectories(cache().resolve("chdb-26.7.3-stable.1.part/node_modules"));
    Files.writeString(left.resolve("half"), "half");
    Path library = locate(npm(BRINGS_THE_LIBRARY + LAST_LINE));
    assertThat(library.getParent().getParent().getParent().resolve("half")).doesNotExist();
    assertThat(entries()).containsExactlyInAnyOrder("arguments", "chdb-26.7.3-stable.1", "chdb-26.7.3-stable.1.lock", "runs");
  }

  @ParameterizedTest
  @EnumSource(value = Signal.class, names = {"TERM", "KILL"})
  void a_signal_to_who_fetches_ends_npm_too_with_what_it_has_started_even_if_it_will_not(Signal signal) throws Exception {
    String path = npm("trap '' TERM INT\nsleep 1000 &\nwhile :; do sleep 1; done\n");
    ProcessBuilder fetch = OtherJvm.running(FetchMain.class, cache().toString(), path);
    fetch.command().add(0, "setsid"); // leads a group, as a shell's job does
    fetch.environment().put("MARK", dir.toString());
    Process process = fetch.start();
    Awaitility.await().until(() -> Marked.by(dir.toString()).stream().anyMatch(line -> line.endsWith("sleep 1000 ")));

    signal.toGroupOf(process);

    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(Marked.by(dir.toString())).isEmpty());
  }

  @Test
  void without_npm_the_way_out_is_named() {
    assertThatThrownBy(() -> locate("/no/such/folder"))
        .isInstanceOf(CannotStart.class)
        .hasMessage("Cannot fetch the ClickHouse engine: npm is not on the PATH."
            + " Install Node.js with npm, or set clickhouse.url to a server of your own.");
  }

  @Test
  void what_npm_complains_of_is_quoted_and_nothing_stays_behind() throws Exception {
    String path = npm("echo 'npm warn noise'\necho 'npm error code ENOTFOUND' >&2\necho 'npm error network is down' >&2\nexit 3\n");
    assertThatThrownBy(() -> locate(path))
        .isInstanceOf(CannotStart.class)
        .hasMessage("Cannot fetch the ClickHouse engine: npm ended with exit code 3: code ENOTFOUND; network is down."
            + " Mend that, or set clickhouse.url to a server of your own.");
    assertThat(entries()).containsExactly("chdb-26.7.3-stable.1.lock");
  }

  @Test
  void a_named_library_that_is_not_there_is_refused() {
    assertThatThrownBy(() -> ChdbLibrary.existing(Path.of("/no/libchdb.so")))
        .isInstanceOf(CannotStart.class)
        .hasMessage("Cannot load the ClickHouse engine /no/libchdb.so: there is no such file. TWINLANE_CHDB_LIB must name a libchdb.so.");
  }

  @Test
  void a_machine_that_it_was_not_built_for_is_told_the_setting_for_an_outside_server() {
    assertThatThrownBy(() -> ChdbLibrary.requirePlatform("Mac OS X", "aarch64"))
        .isInstanceOf(CannotStart.class)
        .hasMessage("Cannot fetch the ClickHouse engine: there is none for Mac OS X on aarch64, only for Linux on amd64."
            + " On this machine set clickhouse.url to a server of your own.");
  }

  private Path cache() {
    return dir.resolve("cache");
  }

  private Path locate(String path) {
    return ChdbLibrary.locate(cache(), path, told::add);
  }

  private List<String> entries() throws Exception {
    try (Stream<Path> entries = Files.list(cache())) {
      return entries.map(entry -> entry.getFileName().toString()).toList();
    }
  }

  /** A search path with a command called npm that does this. */
  private String npm(String script) throws Exception {
    Path bin = Files.createDirectories(dir.resolve("bin"));
    Files.writeString(bin.resolve("npm"), "#!/bin/sh\n" + script).toFile().setExecutable(true);
    return bin + ":" + System.getenv("PATH");
  }
}
