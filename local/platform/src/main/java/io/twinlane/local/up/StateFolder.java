package io.twinlane.local.up;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.twinlane.engines.ProcessLock;
import io.twinlane.local.settings.PlatformConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;

/** The one folder that a platform keeps everything in: its lock, {@code platform.json}, its log and a folder for each engine. */
public final class StateFolder {
  /** Longer than another process takes to ask whether the lock is held. */
  private static final Duration FOR_OTHERS_TO_LOOK = Duration.ofMillis(500);
  private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final Path folder;
  private final String shown;

  private StateFolder(Path folder, String shown) {
    this.folder = folder;
    this.shown = shown;
  }

  /** The folder that the settings name; nothing is created yet. */
  public static StateFolder of(PlatformConfig config) {
    return new StateFolder(config.stateDir(), config.shown(config.stateDir()));
  }

  /** What the platform that runs here says of itself; empty when none runs, even if one left its words behind. */
  public Optional<PlatformState> running() {
    return ProcessLock.isHeld(lockFile()) ? read() : Optional.empty();
  }

  /** Says who has the folder, if anybody has. */
  void refuseIfRunning() {
    if (ProcessLock.isHeld(lockFile())) {
      throw taken();
    }
  }

  /** Takes the folder for this process, or says who has it. */
  ProcessLock lock() {
    try {
      Files.createDirectories(folder);
      return ProcessLock.take(lockFile(), FOR_OTHERS_TO_LOOK).orElseThrow(this::taken);
    } catch (IOException e) {
      throw new PlatformRefusal("Cannot start the platform in " + shown + ": the folder cannot be written: " + e
          + ". Choose another folder with --set state.dir=...", e);
    }
  }

  /** Writes at once or not at all: a reader never sees half of it. */
  void write(PlatformState state) {
    Path next = folder.resolve("platform.json.next");
    try {
      Files.write(next, JSON.writeValueAsBytes(state));
      Files.move(next, stateFile(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + stateFile(), e);
    }
  }

  /** Removes what the platform here said of itself; whether there was anything, which a platform that is killed leaves behind. */
  boolean forget() {
    try {
      return Files.deleteIfExists(stateFile());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot remove " + stateFile(), e);
    }
  }

  /** The folder of one engine or purpose: {@code kafka}. */
  Path resolve(String name) {
    return folder.resolve(name);
  }

  /** Where every component and every job logs. */
  public Path logs() {
    return folder.resolve("log");
  }

  /** The log of one component: {@code kafka}. */
  public Path log(String component) {
    return logs().resolve(component + ".log");
  }

  /** How messages name it. */
  public String shown() {
    return shown;
  }

  private Optional<PlatformState> read() {
    try {
      return Files.exists(stateFile()) ? Optional.of(JSON.readValue(Files.readAllBytes(stateFile()), PlatformState.class))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty(); // gone between the two looks: it has just ended
    }
  }

  private PlatformRefusal taken() {
    String who = read().map(state -> " (pid " + state.pid() + ", since " + state.started() + ")").orElse("");
    return new PlatformRefusal("Cannot start the platform in " + shown + ": it is already running" + who
        + ". Stop it with ./twinlane down, or choose another folder with --set state.dir=...");
  }

  private Path lockFile() {
    return folder.resolve("lock");
  }

  private Path stateFile() {
    return folder.resolve("platform.json");
  }
}
