package io.twinlane.engines;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signals to a JVM with ClickHouse and Redis, and to its process group as {@code timeout} sends them, while it starts and while it stops. */
class SignalsTest {
  private static final int MOMENTS = 10;
  private static final int AT_ONCE = 3;

  @TempDir Path dir;

  /** What one run does: waits, sends. */
  private record Attack(Signal signal, boolean group, long afterMs) {
    void on(Process process) throws InterruptedException {
      process.waitFor(afterMs, TimeUnit.MILLISECONDS); // ends early when the process does
      send(process);
    }

    private void send(Process process) {
      if (group) {
        signal.toGroupOf(process);
      } else {
        signal.to(process);
      }
    }
  }

  @Test
  void no_signal_at_any_moment_of_the_start_leaves_a_process() throws Exception {
    all(attacks(slowest(this::startTime)), attack -> {
      Path state = folder();
      Process process = launch(state);
      attack.on(process);
      assertNothingIsLeft(process, state, attack);
    });
  }

  @Test
  void no_second_signal_at_any_moment_of_the_stop_leaves_a_process() throws Exception {
    all(attacks(slowest(this::stopTime)), attack -> {
      Path state = folder();
      Process process = launch(state);
      awaitUp(process);
      Signal.TERM.toGroupOf(process);
      attack.on(process);
      assertNothingIsLeft(process, state, attack);
    });
  }

  private long startTime() throws Exception {
    Path state = folder();
    long begun = System.nanoTime();
    Process process = launch(state);
    awaitUp(process);
    long took = System.nanoTime() - begun;
    Signal.KILL.toGroupOf(process);
    assertNothingIsLeft(process, state, new Attack(Signal.KILL, true, 0));
    return took;
  }

  private long stopTime() throws Exception {
    Process process = launch(folder());
    awaitUp(process);
    long begun = System.nanoTime();
    Signal.TERM.to(process);
    process.waitFor();
    return System.nanoTime() - begun;
  }

  private static void assertNothingIsLeft(Process process, Path state, Attack attack) throws Exception {
    if (attack.signal() != Signal.KILL) {
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).as("ended by " + attack).isTrue();
    }
    Awaitility.await().atMost(Duration.ofSeconds(15)).untilAsserted(() ->
        assertThat(Marked.by(state.toString())).as("left by " + attack).isEmpty());
    for (String port : Files.readAllLines(state.resolve("ports"))) {
      assertThat(Ports.claim("this", Integer.parseInt(port), "port")).isPositive();
    }
  }

  private static void awaitUp(Process process) throws Exception {
    BufferedReader out = process.inputReader();
    assertThat(out.readLine()).isEqualTo("up");
  }

  private Path folder() throws Exception {
    return Files.createTempDirectory(dir, "state");
  }

  private static Process launch(Path state) throws Exception {
    List<String> ports = List.of(String.valueOf(Ports.free()), String.valueOf(Ports.free()), String.valueOf(Ports.free()));
    Files.write(state.resolve("ports"), ports);
    ProcessBuilder java = OtherJvm.running(ChildrenMain.class, state.toString(), ports.get(0), ports.get(1), ports.get(2));
    java.command().add(0, "setsid"); // leads a group, as a shell's job does
    java.environment().put("MARK", state.toString());
    return java.redirectError(state.resolve("err").toFile()).start();
  }

  private static List<Attack> attacks(long nanos) {
    List<Attack> attacks = new ArrayList<>();
    for (int moment = 0; moment < MOMENTS; moment++) {
      for (Signal signal : Signal.values()) {
        for (boolean group : new boolean[] {false, true}) {
          attacks.add(new Attack(signal, group, nanos * moment / (MOMENTS - 1) / 1_000_000));
        }
      }
    }
    return attacks;
  }

  /** The longest of as many runs as there will be at once. */
  private static long slowest(Callable<Long> run) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    try {
      long slowest = 0;
      for (Future<Long> time : threads.invokeAll(List.of(run, run, run))) {
        slowest = Math.max(slowest, time.get());
      }
      return slowest;
    } finally {
      threads.shutdownNow();
    }
  }

  private interface Trial {
    void of(Attack attack) throws Exception;
  }

  private static void all(List<Attack> attacks, Trial trial) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    try {
      List<Callable<Void>> trials = new ArrayList<>();
      attacks.forEach(attack -> trials.add(() -> {
        trial.of(attack);
        return null;
      }));
      for (Future<Void> done : threads.invokeAll(trials)) {
        done.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }
}
