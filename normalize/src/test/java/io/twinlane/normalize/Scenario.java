package io.twinlane.normalize;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** One folder with a raw file and what must come of it: rows.jsonl, unqualified.jsonl, dropped.jsonl; a file that is not there is empty. */
final class Scenario {
  /** Receive time of a message whose recording does not say: 2026-01-01T00:00:00Z. */
  private static final long UNSAID = 1_767_225_600_000_000L;

  final String source;
  final Path folder;

  Scenario(String source, Path folder) {
    this.source = source;
    this.folder = folder;
  }

  static List<Scenario> all(Path root) throws IOException {
    List<Scenario> scenarios = new ArrayList<>();
    try (Stream<Path> folders = Files.find(root.resolve("catalog/sources"), 3, (path, attributes) -> attributes.isDirectory())) {
      for (Path folder : folders.filter(path -> path.getParent().endsWith("scenarios")).sorted().toList()) {
        scenarios.add(new Scenario(folder.getParent().getParent().getFileName().toString(), folder));
      }
    }
    return scenarios;
  }

  /** Puts the raw file through. */
  ScenarioLines run() throws IOException {
    SourceUnderTest subject = new SourceUnderTest(source);
    for (RawMessage message : messages(subject)) {
      subject.send(message);
    }
    return new ScenarioLines(subject);
  }

  private Iterable<RawMessage> messages(SourceUnderTest subject) throws IOException {
    Path recording = folder.resolve("raw.jsonl");
    if (!Files.exists(recording)) {
      Path file = Files.exists(folder.resolve("raw.json")) ? folder.resolve("raw.json") : folder.resolve("raw.txt");
      return RecordSplitter.split(subject.source, "file", Files.readAllBytes(file), UNSAID, UNSAID);
    }
    List<RawMessage> messages = new ArrayList<>();
    try (Recording lines = Recording.open(recording)) {
      for (Recording.Recorded line = lines.next(); line != null; line = lines.next()) {
        long received = line.received() == null ? UNSAID : line.received();
        messages.add(new RawMessage("raw", messages.size(), received, received, line.message(), null));
      }
    }
    return messages;
  }

  List<String> expected(String file) throws IOException {
    Path path = folder.resolve(file);
    return Files.exists(path) ? Files.readAllLines(path).stream().filter(line -> !line.isBlank()).toList() : List.of();
  }

  @Override
  public String toString() {
    return source + "/" + folder.getFileName();
  }
}
