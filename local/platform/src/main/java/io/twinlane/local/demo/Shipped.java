package io.twinlane.local.demo;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.Source;
import io.twinlane.kafka.replay.MaxGap;
import io.twinlane.local.recordings.Recordings;
import io.twinlane.local.up.PlatformRefusal;
import io.twinlane.normalize.simulate.SimulatedExchange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The recordings and files in the repository, and the bulk that is generated with a fixed seed beside them. */
final class Shipped {
  static final String SIMULATED = "simulated";
  private static final long SEED = 20261122L;

  private Shipped() {}

  /** What the demo plays when nobody brings recordings; the generated one is written below {@code folder}. */
  static Material material(Path root, Catalog catalog, MaxGap maxGap, Path folder) throws IOException {
    List<String> problems = new ArrayList<>();
    Recordings recordings = new Recordings(catalog, maxGap, problems);
    Map<Source, List<Path>> files = new LinkedHashMap<>();
    for (Source source : catalog.sources()) {
      List<Path> samples = source.name().equals(SIMULATED)
          ? List.of(simulate(folder))
          : samples(root.resolve("catalog/sources").resolve(source.name()).resolve("samples"));
      if (source.live()) {
        samples.forEach(sample -> recordings.add(source, sample));
      } else if (!samples.isEmpty()) {
        files.put(source, samples);
      }
    }
    if (!problems.isEmpty()) {
      throw new PlatformRefusal(problems);
    }
    return new Material(catalog, recordings.bySource(), files, List.of());
  }

  private static Path simulate(Path folder) throws IOException {
    Files.createDirectories(folder);
    Path recording = folder.resolve("simulated.jsonl");
    SimulatedExchange.write(recording, SEED, SimulatedExchange.Volume.DEMO);
    return recording;
  }

  private static List<Path> samples(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }
}
