package io.twinlane.normalize;

import io.twinlane.catalog.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The sample messages that the repository carries for a source. */
final class SampleMessages {
  private SampleMessages() {}

  static List<RawMessage> of(Source source) {
    List<RawMessage> messages = new ArrayList<>();
    for (Path file : files(source)) {
      if (source.live()) {
        record(source, file, messages);
      } else {
        RecordSplitter.split(source, file.getFileName().toString(), bytes(file), SourceUnderTest.RECEIVED, SourceUnderTest.INGESTED)
            .forEach(messages::add);
      }
    }
    return messages;
  }

  static List<Path> files(Source source) {
    try (Stream<Path> files = Files.list(SourceUnderTest.ROOT.resolve("catalog/sources").resolve(source.name()).resolve("samples"))) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void record(Source source, Path file, List<RawMessage> messages) {
    try (Recording recording = Recording.open(file)) {
      for (Recording.Recorded line = recording.next(); line != null; line = recording.next()) {
        long received = line.received() == null ? SourceUnderTest.RECEIVED : line.received();
        messages.add(new RawMessage("raw." + source.name() + "/0", messages.size(), received, received + 100, line.message(), null));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
