package io.twinlane.local.up;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.twinlane.local.terminal.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signals to a whole platform and to who starts one, as a person, a supervisor or {@code timeout} sends them, at moments of start and stop. */
class SignalsTest {
  /** What is sent, and to whom: {@code -} for the process group. */
  private static final List<String> ATTACKS = List.of("TERM -", "KILL ", "INT -", "TERM ", "KILL -", "INT ");

  @TempDir
  Path dir;

  @Test
  void a_platform_goes_with_who_starts_it_until_it_is_ready_and_stays_from_then_on() throws Exception {
    Path state = folder();
    long begun = System.nanoTime();
    assertThat(launch(state, StarterProcess.command(state)).waitFor()).isZero();
    long took = System.nanoTime() - begun;
    assertThat(platform(state).running().orElseThrow().ready()).isTrue();
    stop(state);
    for (int i = 0; i < ATTACKS.size(); i++) {
      Path other = folder();
      Process starter = launch(other, StarterProcess.command(other));
      if (starter.waitFor(took * i / ATTACKS.size() / 2, TimeUnit.NANOSECONDS)) {
        stop(other); // it was faster than the first, which the machine had to get warm for
      }
      attack(ATTACKS.get(i), starter);
      assertNothingIsLeft(other, ATTACKS.get(i));
    }
  }

  @Test
  void no_signal_to_a_starting_platform_leaves_a_process() throws Exception {
    Path state = folder();
    long begun = System.nanoTime();
    Process process = launch(state, PlatformProcess.command(state));
    awaitReady(state);
    long took = System.nanoTime() - begun;
    attack("KILL -", process);
    for (int i = 0; i < ATTACKS.size(); i++) {
      Path other = folder();
      Process next = launch(other, PlatformProcess.command(other));
      next.waitFor(took * i / ATTACKS.size(), TimeUnit.NANOSECONDS);
      attack(ATTACKS.get(i), next);
      assertNothingIsLeft(other, ATTACKS.get(i));
    }
  }

  @Test
  void no_second_signal_to_a_stopping_platform_leaves_a_process() throws Exception {
    List<String> seconds = List.of("KILL -", "TERM -", "KILL ");
    for (int i = 0; i < seconds.size(); i++) {
      Path state = folder();
      Process process = launch(state, PlatformProcess.command(state));
      awaitReady(state);
      attack("TERM -", process);
      process.waitFor(200L * i, TimeUnit.MILLISECONDS);
      attack(seconds.get(i), process);
      assertNothingIsLeft(state, seconds.get(i));
    }
  }

  private static void stop(Path state) {
    try (Progress progress = Given.progress()) {
      Stop.platform(platform(state), progress);
    }
  }

  private static void awaitReady(Path state) {
    await().atMost(Duration.ofSeconds(90)).until(() -> platform(state).running().map(PlatformState::ready).orElse(false));
  }

  private static StateFolder platform(Path state) {
    return StateFolder.of(Given.config(state));
  }

  private static void attack(String attack, Process process) throws Exception {
    String[] words = attack.split(" ", -1);
    await().until(() -> !process.isAlive() || new ProcessBuilder("/bin/sh", "-c",
        "kill -s " + words[0] + " -- " + words[1] + process.pid()).start().waitFor() == 0);
  }

  private static void assertNothingIsLeft(Path state, String attack) {
    await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(ProcessHandle.allProcesses().map(SignalsTest::marks)
        .filter(marks -> marks.contains(state.toString()))).as("left by " + attack).isEmpty());
  }

  /** Redis shows no argument, but its binary lies in the folder; all others have the folder in their command line. */
  private static String marks(ProcessHandle process) {
    try {
      return process.info().command().orElse("") + " " + Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"), ISO_8859_1);
    } catch (IOException e) {
      return ""; // gone while we looked
    }
  }

  private Path folder() throws IOException {
    return Files.createTempDirectory(dir, "state");
  }

  private Process launch(Path state, List<String> command) throws IOException {
    List<String> leading = new ArrayList<>(List.of("setsid"));
    leading.addAll(command);
    return new ProcessBuilder(leading).redirectErrorStream(true).redirectOutput(dir.resolve(state.getFileName() + ".out").toFile()).start();
  }
}
