package io.twinlane.jobs.compute.scenario;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.Category;
import io.twinlane.catalog.Computation;
import io.twinlane.catalog.Nearest;
import io.twinlane.catalog.Source;
import io.twinlane.catalog.load.Problems;
import io.twinlane.normalize.CategoryRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One folder of a computation's scenarios: rows ({@code in.<category>.jsonl}) or recorded messages ({@code raw.<source>.jsonl}) in,
 * and what Redis must hold then ({@code out.jsonl}: a key and every field of its hash; ingest_time may be left out).
 */
public record ComputationScenario(Computation computation, Path folder) {
  private static final String EXPECTED = "out.jsonl";

  /** In name order. */
  public static List<ComputationScenario> of(Path root, Computation computation) {
    Path scenarios = root.resolve("sql").resolve(computation.team()).resolve(computation.name()).resolve("scenarios");
    return entries(scenarios).stream().filter(Files::isDirectory).map(folder -> new ComputationScenario(computation, folder)).toList();
  }

  public String name() {
    return computation.team() + "/" + computation.name() + ": " + folder.getFileName();
  }

  /** Tells everything in its files that keeps the scenario from being run, or from ever holding. */
  public void check(Catalog catalog, Problems problems) {
    if (rows(catalog, problems).isEmpty()) {
      problems.add(folder, "the scenario has no row: give it in.<category>.jsonl or raw.<source>.jsonl");
    }
    expected(problems);
  }

  /** What goes in, file by file. */
  public List<CategoryRow> rows(Catalog catalog, Problems problems) {
    List<CategoryRow> rows = new ArrayList<>();
    for (Path file : entries(folder)) {
      String name = file.getFileName().toString();
      String[] words = name.split("\\.");
      boolean input = words.length == 3 && words[2].equals("jsonl");
      if (input && words[0].equals("in")) {
        category(catalog, words[1], file, problems).ifPresent(category -> rows.addAll(InputRowReader.read(catalog, category, file, problems)));
      } else if (input && words[0].equals("raw")) {
        source(catalog, words[1], file, problems).ifPresent(source -> rows.addAll(RecordedRowReader.read(catalog, source, file, problems)));
      } else if (!name.equals(EXPECTED)) {
        problems.add(file, "the file is not read: a scenario has in.<category>.jsonl or raw.<source>.jsonl, and " + EXPECTED);
      }
    }
    return rows;
  }

  /** The fields of each hash by its key. */
  public Map<String, Map<String, String>> expected(Problems problems) {
    return ExpectedHashes.read(computation, folder.resolve(EXPECTED), problems);
  }

  private Optional<Category> category(Catalog catalog, String name, Path file, Problems problems) {
    if (!computation.inputs().contains(name)) {
      problems.add(file, Nearest.unknown("input of the computation", name, computation.inputs()));
    }
    return catalog.categories().stream().filter(category -> category.name().equals(name)).filter(category -> computation.inputs().contains(name))
        .findFirst();
  }

  private Optional<Source> source(Catalog catalog, String name, Path file, Problems problems) {
    List<Source> live = catalog.sources(Source.Lane.LIVE);
    Optional<Source> found = live.stream().filter(source -> source.name().equals(name)).findFirst();
    if (found.isEmpty()) {
      problems.add(file, Nearest.unknown("live source", name, live.stream().map(Source::name).toList()));
    } else if (found.get().categories().stream().noneMatch(computation.inputs()::contains)) {
      problems.add(file, "source " + name + " feeds " + found.get().categories() + ", the computation reads " + computation.inputs());
    }
    return found;
  }

  private static List<Path> entries(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(file -> !file.getFileName().toString().startsWith(".")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list " + folder + ": " + e.getMessage(), e);
    }
  }
}
