package io.twinlane.engines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** An engine's child process. The pipe to its standard input is the leash: when it closes, by us or by our death, the child ends. */
final class Child implements AutoCloseable {
  private static final Duration GRACE = Duration.ofSeconds(30);
  private static final int LAST_WORDS = 600;

  private final Process process;
  private final Path output;

  private Child(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  /** Starts the command with everything that it prints in a file. */
  static Child start(String engine, ProcessBuilder command, Path output) {
    try {
      return new Child(command.redirectErrorStream(true).redirectOutput(output.toFile()).start(), output);
    } catch (IOException e) {
      throw new CannotStart("Cannot start " + engine + ": " + CannotStart.reason(e), e);
    }
  }

  long pid() {
    return process.pid();
  }

  boolean alive() {
    return process.isAlive();
  }

  /** How it ended and what it printed last, for a message. */
  String obituary() {
    String end = alive() ? "it does not answer" : "it stopped with exit code " + process.exitValue();
    return end + ", last words: " + lastWords() + " (all of them in " + output + ")";
  }

  private String lastWords() {
    try {
      String all = new String(Files.readAllBytes(output), StandardCharsets.UTF_8).strip().replaceAll("\\s+", " ");
      return all.isEmpty() ? "none" : all.substring(Math.max(0, all.length() - LAST_WORDS));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lets go of the leash and waits for the end; kills what does not end by itself. */
  @Override
  public void close() {
    try {
      process.getOutputStream().close();
      if (!process.waitFor(GRACE.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (IOException e) {
      process.destroyForcibly();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
