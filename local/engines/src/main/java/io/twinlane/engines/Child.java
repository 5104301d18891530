package io.twinlane.engines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A child process. The pipe to its standard input is the leash: when it closes, by us or by our death, the child ends. */
final class Child implements AutoCloseable {
  private static final Duration GRACE = Duration.ofSeconds(30);
  private static final int LAST_WORDS = 600;

  private final Process process;
  private final Path output;

  private Child(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  /** Starts a command that watches its standard input by itself; all that it prints goes to the file. */
  static Child start(ProcessBuilder command, Path output) throws IOException {
    return new Child(command.redirectErrorStream(true).redirectOutput(output.toFile()).start(), output);
  }

  /** Starts any command: a shell watches its standard input for it, out of reach of the signals that end us. */
  static Child leashed(List<String> command, Path folder, Path output) throws IOException {
    List<String> line = new ArrayList<>(List.of("/bin/sh", "-c", Folders.shipped("leash.sh"), "leash"));
    line.addAll(command);
    return start(new ProcessBuilder(OwnSession.of(line)).directory(folder.toFile()), output);
  }

  long pid() {
    return process.pid();
  }

  boolean alive() {
    return process.isAlive();
  }

  /** Whether it has ended, after at most the time given. */
  boolean ended(Duration limit) {
    try {
      return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CannotStart("Cannot wait for process " + pid() + ": interrupted", e);
    }
  }

  int exitCode() {
    return process.exitValue();
  }

  /** How it ended and what it printed last, for a message. */
  String obituary() {
    String end = alive() ? "it does not answer" : "it stopped with exit code " + exitCode();
    return end + ", last words: " + lastWords() + " (all of them in " + output + ")";
  }

  private String lastWords() {
    String all = output().strip().replaceAll("\\s+", " ");
    return all.isEmpty() ? "none" : all.substring(Math.max(0, all.length() - LAST_WORDS));
  }

  /** What it has printed so far. */
  String output() {
    try {
      return new String(Files.readAllBytes(output), StandardCharsets.UTF_8);
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
