package io.twinlane.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.twinlane.local.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** What a run of the command printed, and its exit code. */
record Outcome(int code, String out, String err) {
  /** The repository that is tested. */
  static final Path ROOT = Path.of(System.getProperty("twinlane.root"));

  /** Runs the command in this JVM. */
  static Outcome of(Path root, Map<String, String> environment, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal = Terminal.plain(stream(out), stream(err));
    int code = Main.run(new Session(root, environment, terminal), arguments);
    return new Outcome(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  static Outcome of(String... arguments) {
    return of(ROOT, Map.of(), arguments);
  }

  /** Runs another program to its end. */
  static Outcome of(ProcessBuilder program) throws IOException, InterruptedException {
    Path err = Files.createTempFile("twinlane", ".err");
    Process process = program.redirectError(err.toFile()).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int code = process.waitFor();
    String text = Files.readString(err);
    Files.delete(err);
    return new Outcome(code, out, text);
  }

  JsonNode json() throws IOException {
    return new ObjectMapper().readTree(out);
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }
}
