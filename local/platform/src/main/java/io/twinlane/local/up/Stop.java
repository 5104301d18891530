package io.twinlane.local.up;

import io.twinlane.engines.Patience;
import io.twinlane.local.terminal.Progress;
import java.time.Duration;
import java.util.Optional;

/** Ends the platform that runs on a state folder: asks it to, and kills it if it does not. */
public final class Stop {
  private static final Duration GRACE = Duration.ofSeconds(60);
  private static final Duration AFTER_KILL = Duration.ofSeconds(5);

  private Stop() {
  }

  /** The pid of the platform that was ended, or empty when none ran. */
  public static Optional<Long> platform(StateFolder folder, Progress progress) {
    Optional<PlatformState> state = folder.running();
    state.ifPresent(running -> end(running.pid(), folder, progress));
    return state.map(PlatformState::pid);
  }

  private static void end(long pid, StateFolder folder, Progress progress) {
    Optional<ProcessHandle> process = ProcessHandle.of(pid);
    try (Progress.Step step = progress.begin("Stopping the platform in " + folder.shown() + " (pid " + pid + ")")) {
      process.ifPresent(ProcessHandle::destroy);
      if (!Patience.until(GRACE, () -> !alive(process))) {
        step.at("it does not end by itself: killing it");
        process.ifPresent(ProcessHandle::destroyForcibly);
      }
      if (!Patience.until(AFTER_KILL, () -> !alive(process))) {
        throw new PlatformRefusal("Cannot stop the platform in " + folder.shown() + ": pid " + pid + " does not end.");
      }
    }
  }

  private static boolean alive(Optional<ProcessHandle> process) {
    return process.map(ProcessHandle::isAlive).orElse(false);
  }
}
