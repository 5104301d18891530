package io.twinlane.local.up;

import io.twinlane.engines.OwnSession;
import io.twinlane.local.terminal.Progress;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Starts the platform in a process of its own that outlives this one and its terminal, tells of its progress, and returns when it is
 * ready. Until then the process goes when this one goes.
 */
public final class Detached {
  /** Where the process logs, below the state folder. */
  public static final String LOG = "log/twinlane.log";

  private static final String OUTPUT = "log/up.out";
  /** What the starter says once it has seen the process ready: from then on they are strangers. */
  private static final int LET_GO = 'g';
  private static final Duration STEP = Duration.ofMillis(250);
  private static final String SENTENCE = "Cannot ";

  private final StateFolder folder;
  private final Progress progress;
  private final List<String> complaints = new ArrayList<>();

  private Detached(StateFolder folder, Progress progress) {
    this.folder = folder;
    this.progress = progress;
  }

  /**
   * Starts the command, which must run a {@link LocalPlatform} on this folder, say when it is {@link LocalPlatform#ready}, and
   * {@link #endWithStarter} until then.
   */
  public static void start(List<String> command, StateFolder folder, Progress progress) {
    new Detached(folder, progress).start(command);
  }

  /** In the process that is started, first of all: ends it when the starter goes, even killed, before it has let go. */
  public static void endWithStarter() {
    Thread watch = new Thread(() -> {
      if (!letGo()) {
        Runtime.getRuntime().exit(1);
      }
    }, "starter-watch");
    watch.setDaemon(true);
    watch.start();
  }

  private static boolean letGo() {
    try {
      return System.in.read() == LET_GO;
    } catch (IOException e) {
      return false;
    }
  }

  private void start(List<String> command) {
    folder.refuseIfRunning();
    try {
      Path output = folder.resolve(OUTPUT);
      Files.createDirectories(output.getParent());
      Process process = launch(command, output.toFile());
      Thread takeAlong = new Thread(process::destroy);
      Runtime.getRuntime().addShutdownHook(takeAlong);
      awaitReady(process, new OutputTail(output));
      letGo(process);
      Runtime.getRuntime().removeShutdownHook(takeAlong);
    } catch (IOException e) {
      throw new PlatformRefusal("Cannot start the platform in " + folder.shown() + ": " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PlatformRefusal("Cannot go on waiting for the platform: interrupted", e);
    }
  }

  private static Process launch(List<String> command, File output) throws IOException {
    return new ProcessBuilder(OwnSession.of(command)).redirectErrorStream(true).redirectOutput(output).start();
  }

  private static void letGo(Process process) throws IOException {
    try (OutputStream leash = process.getOutputStream()) {
      leash.write(LET_GO);
    }
  }

  private void awaitReady(Process process, OutputTail output) throws InterruptedException {
    try (Progress.Step step = progress.begin("Starting the platform")) {
      while (!folder.running().map(PlatformState::ready).orElse(false)) {
        boolean ended = process.waitFor(STEP.toMillis(), TimeUnit.MILLISECONDS);
        output.lines().forEach(line -> relay(line, step));
        if (ended) {
          throw failed(process.exitValue());
        }
      }
      output.lines().forEach(line -> relay(line, step));
    }
  }

  private void relay(String line, Progress.Step step) {
    if (line.startsWith(SENTENCE)) {
      complaints.add(line);
    } else if (Progress.isSignOfLife(line)) {
      step.at(line.strip()); // told with our own
    } else {
      progress.say(line);
    }
  }

  private PlatformRefusal failed(int exitCode) {
    return new PlatformRefusal(complaints.isEmpty()
        ? "Cannot start the platform in " + folder.shown() + ": its process ended with exit code " + exitCode + ". Details: "
            + folder.resolve(OUTPUT)
        : String.join("\n", complaints));
  }
}
