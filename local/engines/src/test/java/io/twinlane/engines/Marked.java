package io.twinlane.engines;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The processes of this machine that have a text in their command line, environment or working folder: a tree, orphans too. */
final class Marked {
  private Marked() {
  }

  /** Each as its pid and command line. */
  static List<String> by(String text) throws IOException {
    try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
      return processes.filter(process -> process.getFileName().toString().matches("\\d+"))
          .filter(process -> (read(process, "cmdline") + read(process, "environ") + folder(process)).contains(text))
          .filter(process -> !read(process, "stat").replaceAll(".*\\) ", "").startsWith("Z"))
          .map(process -> process.getFileName() + " " + read(process, "cmdline").replace('\0', ' ')).toList();
    }
  }

  private static String folder(Path process) {
    try {
      return Files.readSymbolicLink(process.resolve("cwd")).toString();
    } catch (IOException e) {
      return ""; // gone while we looked
    }
  }

  private static String read(Path process, String file) {
    try {
      return new String(Files.readAllBytes(process.resolve(file)), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      return "";
    }
  }
}
