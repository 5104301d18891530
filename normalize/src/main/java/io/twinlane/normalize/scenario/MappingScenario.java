package io.twinlane.normalize.scenario;

import io.twinlane.catalog.Nearest;
import io.twinlane.catalog.ReadableFile;
import io.twinlane.catalog.Source;
import io.twinlane.catalog.load.Problems;
import io.twinlane.normalize.RawMessage;
import io.twinlane.normalize.RecordSplitter;
import io.twinlane.normalize.Recording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One folder with a raw file and what must come of it: rows.jsonl, unqualified.jsonl, dropped.jsonl; a file that is not there is empty. */
public record MappingScenario(Source source, Path folder) {
  /** What a scenario may expect, in the order in which people look. */
  static final List<String> EXPECTED = List.of("rows.jsonl", "unqualified.jsonl", "dropped.jsonl");
  /** Receive time of a message whose recording does not say: 2026-01-01T00:00:00Z. */
  private static final long UNSAID = 1_767_225_600_000_000L;

  /** The scenarios of a source's mapping, in name order. */
  public static List<MappingScenario> of(Path root, Source source) {
    Path scenarios = root.resolve("catalog/sources").resolve(source.name()).resolve("scenarios");
    return entries(scenarios).stream().filter(Files::isDirectory).map(folder -> new MappingScenario(source, folder)).toList();
  }

  /** The messages of its raw file; none where that cannot be read, which has been told then. */
  Iterable<RawMessage> messages(Problems problems) {
    List<Path> raw = entries(folder).stream().filter(file -> rawNames().contains(file.getFileName().toString())).toList();
    if (raw.size() != 1) {
      problems.add(folder, "the scenario must have exactly one of " + String.join(", ", rawNames()) + ", not " + raw.size());
      return List.of();
    }
    Optional<String> unreadable = ReadableFile.problem(raw.get(0));
    if (unreadable.isPresent()) {
      problems.add(raw.get(0), unreadable.get());
      return List.of();
    }
    try {
      Iterable<RawMessage> messages = source.live() ? recorded(raw.get(0))
          : RecordSplitter.split(source, "file", Files.readAllBytes(raw.get(0)), UNSAID, UNSAID);
      if (!messages.iterator().hasNext()) {
        problems.add(raw.get(0), "the file holds no message: the scenario says nothing");
      }
      return messages;
    } catch (IOException e) {
      problems.add(raw.get(0), "the file cannot be read: " + e.getMessage());
      return List.of();
    }
  }

  /** Tells files that nothing reads, which is how a misspelt name shows. */
  void checkNames(Problems problems) {
    List<String> known = new ArrayList<>(rawNames());
    known.addAll(EXPECTED);
    entries(folder).stream().filter(file -> !known.contains(file.getFileName().toString())).forEach(file -> problems.add(file,
        "the file is not read: " + Nearest.unknown("name", file.getFileName().toString(), known)));
  }

  private List<String> rawNames() {
    return source.live() ? List.of("raw.jsonl") : List.of("raw.json", "raw.txt", "raw.csv");
  }

  private static List<RawMessage> recorded(Path file) throws IOException {
    List<RawMessage> messages = new ArrayList<>();
    try (Recording lines = Recording.open(file)) {
      for (Recording.Recorded line = lines.next(); line != null; line = lines.next()) {
        long received = line.received() == null ? UNSAID : line.received();
        messages.add(new RawMessage("raw", messages.size(), received, received, line.message(), null));
      }
    }
    return messages;
  }

  private static List<Path> entries(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(file -> !file.getFileName().toString().startsWith(".")).sorted().toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException("Cannot list " + folder + ": " + e.getMessage(), e);
    }
  }

  @Override
  public String toString() {
    return source.name() + "/" + folder.getFileName();
  }
}
