package io.twinlane.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlatformVerbsTest {
  private static final List<String> ANY_PORTS = List.of(
      "--set", "kafka.port=0", "--set", "clickhouse.port=0", "--set", "clickhouse.tcp-port=0", "--set", "redis.port=0", "--set",
          "flink.port=0");

  @TempDir
  Path dir;

  @Test
  void status_where_nothing_runs_says_no() throws IOException {
    Outcome outcome = Outcome.of("status", "--set", "state.dir=" + dir);
    assertThat(outcome).isEqualTo(new Outcome(1, "No platform runs in " + dir + ". Start one with ./twinlane up.\n", ""));
    assertThat(Outcome.of("status", "--json", "--set", "state.dir=" + dir).json().path("running").asBoolean(true)).isFalse();
  }

  @Test
  void down_where_nothing_runs_has_nothing_to_do() throws IOException {
    Outcome outcome = Outcome.of("down", "--set", "state.dir=" + dir);
    assertThat(outcome).isEqualTo(new Outcome(0, "No platform runs in " + dir + ".\n", ""));
    assertThat(Outcome.of("down", "--json", "--set", "state.dir=" + dir).json().path("stopped_pid").isNull()).isTrue();
  }

  @Test
  void files_and_jobs_without_a_platform_are_refused_with_the_way_to_one() throws IOException {
    Path file = Files.writeString(dir.resolve("stocks.json"), "{}");
    String noPlatform = ": no platform runs in " + dir + ". Start one with ./twinlane up.\n";
    assertThat(Outcome.of("land", "eia", file.toString(), "--set", "state.dir=" + dir))
        .isEqualTo(new Outcome(2, "", "Cannot land files of eia" + noPlatform));
    assertThat(Outcome.of("run", "silver", "--set", "state.dir=" + dir)).isEqualTo(new Outcome(2, "", "Cannot run silver" + noPlatform));
    assertThat(Outcome.of("run", "silver", "--json", "--set", "state.dir=" + dir).json().path("ok").asBoolean(true)).isFalse();
  }

  @Test
  void the_folder_to_keep_goes_before_a_state_folder_of_the_environment_and_beside_one_that_is_set_is_refused() throws IOException {
    Path kept = Files.createDirectories(dir.resolve("kept"));
    Path other = Files.createDirectories(dir.resolve("other"));
    Files.writeString(kept.resolve("mine"), "");
    Files.writeString(other.resolve("mine"), "");
    Map<String, String> environment = Map.of("TWINLANE_STATE_DIR", other.toString());
    assertThat(Outcome.of(Outcome.ROOT, environment, "demo", "--keep", kept.toString()).err())
        .endsWith("Cannot use " + kept + " for the demo: it is not empty. Give a new or an empty folder.\n");
    assertThat(Outcome.of("demo", "--keep", kept.toString(), "--set", "state.dir=" + other)).isEqualTo(new Outcome(2, "",
        "Cannot keep the stores in " + kept + ": state.dir is set, too. Give --keep or --set state.dir, not both.\n"));
  }

  @Test
  void a_broken_computation_keeps_no_file_and_no_batch_job_out() throws IOException {
    Path root = dir.resolve("repository");
    for (String part : List.of("catalog", "sql")) {
      FileUtils.copyDirectory(Outcome.ROOT.resolve(part).toFile(), root.resolve(part).toFile(), file -> !file.getName().equals("target"));
    }
    Files.writeString(root.resolve("sql/research/bars_1m/computation.yaml"), "keys: nothing of use\n");
    Path file = Files.writeString(dir.resolve("stocks.json"), "{}");
    assertThat(Outcome.of(root, Map.of(), "land", "eia", file.toString()).err()).startsWith("Cannot land files of eia: no platform runs");
    assertThat(Outcome.of(root, Map.of(), "run", "bronze").err()).startsWith("Cannot run bronze: no platform runs");
    assertThat(Outcome.of(root, Map.of(), "check").code()).as("check").isEqualTo(1);
  }

  @Test
  void without_npm_the_first_start_on_a_machine_says_what_to_install_and_leaves_nothing_running() throws Exception {
    Outcome outcome = upWithoutNpm();
    assertThat(outcome.err().lines().filter(line -> !line.startsWith("  "))).containsExactly(
        "Cannot fetch the ClickHouse engine: npm is not on the PATH."
            + " Install Node.js with npm, or set clickhouse.url to a server of your own.");
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(dir.resolve("state/platform.json")).doesNotExist();
  }

  private Outcome upWithoutNpm() throws Exception {
    Path tools = Files.createDirectories(dir.resolve("bin"));
    for (String tool : new String[] {"sh", "cat", "setsid"}) {
      Path real = Path.of("/usr/bin", tool);
      Files.createSymbolicLink(tools.resolve(tool), Files.exists(real) ? real : Path.of("/bin", tool));
    }
    List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx600m",
        "-XX:+UseSerialGC",
        "-Dtwinlane.root=" + Outcome.ROOT, "-Dlog.file=" + dir.resolve("log"), "-cp", System.getProperty("java.class.path"),
            Main.class.getName(),
        "up", "--foreground", "--no-jobs", "--set", "state.dir=" + dir.resolve("state")));
    command.addAll(ANY_PORTS);
    ProcessBuilder up = new ProcessBuilder(command);
    up.environment().keySet().removeIf(name -> name.startsWith("TWINLANE_"));
    up.environment().put("PATH", tools.toString());
    up.environment().put("TWINLANE_CACHE", dir.resolve("cache").toString());
    return Outcome.of(up);
  }
}
