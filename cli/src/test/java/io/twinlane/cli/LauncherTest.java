package io.twinlane.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The launcher in a repository of its own, with scripts that say what they were called with in the place of java and mvn. */
class LauncherTest {
  private static final String LEASH = "local/engines/src/main/resources/io/twinlane/engines/leash.sh";

  @TempDir
  Path dir;

  private Path root;
  private Path tools;

  @BeforeEach
  void repository() throws IOException {
    root = Files.createDirectories(dir.resolve("a repository"));
    tools = Files.createDirectories(dir.resolve("bin"));
    Files.copy(Outcome.ROOT.resolve("twinlane"), root.resolve("twinlane"));
    Files.createDirectories(root.resolve(LEASH).getParent());
    Files.copy(Outcome.ROOT.resolve(LEASH), root.resolve(LEASH));
    write(root.resolve("pom.xml"), "<project/>");
    write(root.resolve("cli/src/main/java/A.java"), "class A {}");
    for (String tool : new String[] {"bash", "dirname", "readlink", "sed", "head", "tail", "find", "cat", "mkdir", "rm", "mv", "sleep",
        "grep", "wc", "awk", "mkfifo", "setsid"}) {
      Path real = Path.of("/usr/bin", tool);
      Files.createSymbolicLink(tools.resolve(tool), Files.exists(real) ? real : Path.of("/bin", tool));
    }
    java("17.0.15");
    program("javac", "exit 0");
    program("mvn", "echo \"$*\" >>" + dir + "/mvn.calls; echo 'Building twinlane-kafka 0.1.0   [6/12]'; mkdir -p cli/target;"
        + " printf '%s' '" + dir + "/lib.jar' >cli/target/classpath.txt");
    write(dir.resolve("lib.jar"), "");
  }

  @Test
  void a_first_run_builds_and_then_runs_the_command() throws Exception {
    Outcome outcome = launch("status", "--set", "a=b c");
    assertThat(outcome.code()).isZero();
    assertThat(outcome.out().lines()).contains("io.twinlane.cli.Main", "status", "--set", "a=b c", "-Xmx256m", "-Dtwinlane.root=" + root)
        .contains(root + "/cli/target/classes:" + dir + "/lib.jar");
    assertThat(outcome.err()).startsWith("building Twinlane").contains("built in ");
    assertThat(calls()).containsExactly("-B -Dmaven.test.skip=true package");
  }

  @Test
  void the_help_of_a_clone_that_was_never_built_needs_neither_maven_nor_java() throws Exception {
    write(root.resolve("docs/help.txt"), "what there is\n");
    Files.delete(tools.resolve("java"));
    Files.delete(tools.resolve("mvn"));
    assertThat(launch()).isEqualTo(new Outcome(0, "what there is\n", ""));
    assertThat(launch("--help")).isEqualTo(launch());
    assertThat(launch("help")).isEqualTo(launch());
    assertThat(launch("help", "up").code()).isEqualTo(2);
  }

  @Test
  void a_second_run_builds_nothing_and_says_nothing() throws Exception {
    launch("status");
    assertThat(launch("status").err()).isEmpty();
    assertThat(calls()).hasSize(1);
  }

  @Test
  void a_changed_source_or_a_library_that_is_gone_is_built_again() throws Exception {
    launch("status");
    Files.setLastModifiedTime(root.resolve("cli/src/main/java/A.java"), FileTime.from(Instant.now().plusSeconds(5)));
    launch("status");
    assertThat(calls()).hasSize(2);
    Files.setLastModifiedTime(root.resolve("cli/src/main/java/A.java"), FileTime.from(Instant.now().minusSeconds(60)));
    launch("status");
    assertThat(calls()).hasSize(2);
    Files.delete(dir.resolve("lib.jar"));
    launch("status");
    assertThat(calls()).hasSize(3);
  }

  @Test
  void verbs_that_are_the_platform_get_its_heap_and_its_options() throws Exception {
    assertThat(launch("demo", "--exit").out().lines()).contains("-Xmx1400m", "@" + root + "/cli/target/jvm/platform.options",
        "-XX:+UseSerialGC");
    assertThat(launch("up", "--foreground").out().lines()).contains("-Xmx1400m");
    assertThat(launch("up").out().lines()).contains("-Xmx256m");
  }

  @Test
  void a_failed_build_shows_the_errors_and_where_the_rest_is() throws Exception {
    program("mvn", "echo '[INFO] fine'; echo '[ERROR] A.java:[1,2] wrong'; exit 1");
    Outcome outcome = launch("status");
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err()).endsWith("[ERROR] A.java:[1,2] wrong\nCannot build Twinlane: Maven failed. Details: target/build.log\n")
        .doesNotContain("fine");
    assertThat(root.resolve("target/build.lock")).doesNotExist();
  }

  @Test
  void two_runs_at_once_build_once() throws Exception {
    program("mvn", "echo call >>" + dir + "/mvn.calls; sleep 2; mkdir -p cli/target; printf '%s' '" + dir
        + "/lib.jar' >cli/target/classpath.txt");
    Process first = command("status").redirectErrorStream(true).redirectOutput(dir.resolve("first").toFile()).start();
    Outcome second = launch("status");
    assertThat(first.waitFor()).isZero();
    assertThat(second.code()).isZero();
    assertThat(calls()).hasSize(1);
    assertThat(Files.readString(dir.resolve("first")) + second.err()).contains("waiting for another ./twinlane that builds or tests (pid ");
  }

  @Test
  void the_lock_of_a_build_that_was_killed_does_not_matter() throws Exception {
    write(root.resolve("target/build.lock/pid"), "999999999\n");
    assertThat(launch("status").code()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"TERM, ", "INT, ", "HUP, ", "KILL, ", "TERM, -", "INT, -", "HUP, -", "KILL, -"})
  void a_signal_to_a_build_or_its_group_ends_maven_with_what_it_has_started_and_the_next_run_builds_from_scratch(String signal, String group)
      throws Exception {
    Path half = root.resolve("cli/target/classes/Half.class");
    write(half, "half a class");
    program("mvn", "echo call >>" + dir + "/mvn.calls; [ -e " + dir + "/once ] && exit 0; : >" + dir + "/once; mkdir -p cli/target;"
        + " printf '%s' '" + dir + "/lib.jar' >cli/target/classpath.txt; sleep 100 & sleep 100");
    ProcessBuilder command = command("status");
    command.command().add(0, tools.resolve("setsid").toString()); // leads a group, as a shell's job does
    Process launcher = command.redirectErrorStream(true).redirectOutput(dir.resolve("first").toFile()).start();
    await().until(() -> launcher.descendants().filter(LauncherTest::sleepsLong).count() == 2);
    List<ProcessHandle> all = launcher.descendants().toList();

    new ProcessBuilder("/bin/sh", "-c", "kill -s " + signal + " -- " + (group == null ? "" : group) + launcher.pid()).start().waitFor();

    assertThat(launcher.waitFor(20, TimeUnit.SECONDS)).isTrue();
    await().atMost(Duration.ofSeconds(15)).untilAsserted(() -> assertThat(all).noneMatch(ProcessHandle::isAlive));
    assertThat(half).exists();
    assertThat(launch("status").code()).isZero();
    assertThat(calls()).hasSize(2);
    assertThat(half).as("half a class looks like a whole one").doesNotExist();
    assertThat(launch("status").err()).isEmpty();
  }

  private static boolean sleepsLong(ProcessHandle process) {
    return process.info().arguments().map(arguments -> List.of(arguments).contains("100")).orElse(false);
  }

  @Test
  void test_passes_arguments_on_shows_mavens_lines_and_gives_its_verdict() throws Exception {
    program("mvn", "echo \"$*\" >>" + dir + "/mvn.calls; echo '[INFO] Running a.BTest'; exit 1");
    Outcome outcome = launch("test", "-pl", "catalog");
    assertThat(outcome).isEqualTo(new Outcome(1, "[INFO] Running a.BTest\n", ""));
    assertThat(calls()).containsExactly("-B -ntp -pl catalog verify");
  }

  @Test
  void test_never_shows_what_an_earlier_run_said() throws Exception {
    write(root.resolve("target/test.log"), "what an earlier run said\n".repeat(1000));
    program("mvn", "sleep 1; echo '[INFO] Running a.BTest'");
    assertThat(launch("test")).isEqualTo(new Outcome(0, "[INFO] Running a.BTest\n", ""));
  }

  @Test
  void test_with_json_counts_the_reports_of_this_run() throws Exception {
    program("mvn", "echo talk; sleep 0.1; mkdir -p cli/target/surefire-reports;"
        + " printf '<?xml?>\\n<testsuite time=\"1.5\" tests=\"7\" errors=\"0\" skipped=\"1\" failures=\"2\">\\n' >cli/target/surefire-reports/TEST-a.xml; exit 1");
    Outcome outcome = launch("test", "--json");
    assertThat(outcome.out()).isEqualTo(
        "{\"ok\": false, \"classes\": 1, \"tests\": 7, \"failures\": 2, \"errors\": 0, \"skipped\": 1, \"log\": \"target/test.log\"}\n");
    assertThat(outcome.err()).isEqualTo("talk\n");
  }

  @Test
  void what_is_not_installed_is_one_sentence_and_exit_code_2() throws Exception {
    Files.delete(tools.resolve("mvn"));
    assertThat(launch("demo")).isEqualTo(refused("Cannot build Twinlane: there is no mvn on the PATH. Install Maven 3.8 or newer."));
    Files.delete(tools.resolve("javac"));
    assertThat(launch("demo")).isEqualTo(refused("Cannot build Twinlane: " + tools + "/java is a runtime without a compiler."
        + " Install a JDK 17 or newer, or point JAVA_HOME at one."));
    java("11.0.2");
    assertThat(launch("demo")).isEqualTo(refused("Cannot run on Java 11 (" + tools
        + "/java): install a JDK 17 or newer, or point JAVA_HOME at one."));
    Files.delete(tools.resolve("java"));
    assertThat(launch("demo")).isEqualTo(refused("Cannot find Java: install a JDK 17 or newer, or point JAVA_HOME at one."));
  }

  @Test
  void a_java_home_without_java_is_named() throws Exception {
    ProcessBuilder command = command("demo");
    command.environment().put("JAVA_HOME", "/nowhere");
    assertThat(Outcome.of(command)).isEqualTo(refused("Cannot find Java: JAVA_HOME is /nowhere, which holds no bin/java."
        + " Point it at a JDK 17 or newer."));
  }

  private static Outcome refused(String sentence) {
    return new Outcome(2, "", sentence + "\n");
  }

  private Outcome launch(String... arguments) throws Exception {
    return Outcome.of(command(arguments));
  }

  private ProcessBuilder command(String... arguments) {
    List<String> command = new ArrayList<>(List.of(root.resolve("twinlane").toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().remove("JAVA_HOME");
    builder.environment().remove("TWINLANE_JAVA_OPTS");
    builder.environment().put("PATH", tools.toString());
    return builder;
  }

  private List<String> calls() throws IOException {
    return Files.readAllLines(dir.resolve("mvn.calls"));
  }

  /** A java that tells its version, or its arguments one a line. */
  private void java(String version) throws IOException {
    program("java", "if [ \"$1\" = -version ]; then echo 'openjdk version \"" + version
        + "\" 2025-04-15' >&2; else printf '%s\\n' \"$@\"; fi");
  }

  private void program(String name, String script) throws IOException {
    Path file = tools.resolve(name);
    Files.deleteIfExists(file);
    write(file, "#!" + tools.resolve("bash") + "\n" + script + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
