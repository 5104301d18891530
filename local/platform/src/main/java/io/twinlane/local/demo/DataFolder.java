package io.twinlane.local.demo;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.CatalogProblems;
import io.twinlane.catalog.InstrumentsFile;
import io.twinlane.catalog.ReadableFile;
import io.twinlane.catalog.Source;
import io.twinlane.kafka.replay.MaxGap;
import io.twinlane.lake.LandedFiles;
import io.twinlane.local.recordings.Recordings;
import io.twinlane.local.up.PlatformRefusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A folder with a folder for each source: recordings (*.jsonl) of live sources, whole files (*.csv, *.txt, *.json) of file sources. All
 * that is wrong with it is said at once, before anything starts.
 */
final class DataFolder {
  private static final List<String> FILE_ENDINGS = List.of(".csv", ".txt", ".json");
  private static final String INSTRUMENTS = "instruments.csv";

  private final Path folder;
  private final Catalog catalog;
  private final Recordings recordings;
  private final List<String> problems = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final Map<Source, List<Path>> files = new LinkedHashMap<>();

  private DataFolder(Path folder, Catalog catalog, MaxGap maxGap) {
    this.folder = folder;
    this.catalog = catalog;
    recordings = new Recordings(catalog, maxGap, problems);
  }

  /** What a person's own folder holds; a refusal with every problem when it cannot be played. */
  static Material read(Path folder, Catalog catalog, MaxGap maxGap) {
    Optional<String> objection = ReadableFile.problemOfFolder(folder);
    if (objection.isPresent()) {
      throw new PlatformRefusal("Cannot play " + folder + ": " + objection.get() + ". Give a folder with " + layout(catalog));
    }
    try {
      return read(new DataFolder(folder, withInstruments(folder, catalog), maxGap));
    } catch (CatalogProblems e) {
      throw withOthers(e, new DataFolder(folder, catalog, maxGap));
    }
  }

  private static Material read(DataFolder data) {
    data.list(data.folder).forEach(data::entry);
    return data.material();
  }

  private static Catalog withInstruments(Path folder, Catalog catalog) {
    Path instruments = folder.resolve(INSTRUMENTS);
    return Files.exists(instruments, LinkOption.NOFOLLOW_LINKS) ? InstrumentsFile.overlay(instruments, catalog) : catalog;
  }

  /** A refusal for the instruments, and for what is wrong beside them. */
  private static RuntimeException withOthers(CatalogProblems instruments, DataFolder data) {
    try {
      read(data);
      return instruments;
    } catch (PlatformRefusal others) {
      return new PlatformRefusal(Stream.concat(instruments.problems().stream().map(problem -> "Cannot load " + data.folder + "/" + problem),
          others.problems().stream()).toList());
    }
  }

  private void entry(Path path) {
    String name = path.getFileName().toString();
    if (name.equals(INSTRUMENTS)) {
      return;
    }
    Optional<Source> source = catalog.sources().stream().filter(known -> known.name().equals(name)).findFirst();
    Optional<String> objection = ReadableFile.problemOfFolder(path);
    if (objection.isPresent()) {
      source.ifPresentOrElse(known -> problems.add("Cannot play " + path + ": " + objection.get() + ". Allowed: a folder"),
          () -> notes.add("not played: " + path + " is in no source's folder"));
    } else {
      source.ifPresentOrElse(known -> list(path).forEach(file -> file(known, file)),
          () -> problems.add("Cannot play " + path + ": there is no source " + name + ". Known: "
              + catalog.sources().stream().map(Source::name).toList()));
    }
  }

  private void file(Source source, Path file) {
    String name = file.getFileName().toString();
    if (source.live() && name.endsWith(".jsonl")) {
      recordings.add(source, file);
    } else if (!source.live() && FILE_ENDINGS.stream().anyMatch(name::endsWith)) {
      LandedFiles.problem(file).ifPresentOrElse(objection -> problems.add("Cannot land " + file + ": " + objection),
          () -> files.computeIfAbsent(source, unused -> new ArrayList<>()).add(file));
    } else {
      problems.add("Cannot play " + file + ": " + source.name() + (source.live()
          ? " is a live source. Allowed: recordings named *.jsonl"
          : " is a source of files. Allowed: " + FILE_ENDINGS));
    }
  }

  private Material material() {
    if (recordings.bySource().isEmpty() && files.isEmpty() && problems.isEmpty()) {
      problems.add("Cannot play " + folder + ": it holds no recording. Give it " + layout(catalog));
    }
    if (!problems.isEmpty()) {
      throw new PlatformRefusal(problems);
    }
    recordings.warnings().forEach(warning -> notes.add("warning: " + warning));
    notes.addAll(recordings.notes());
    return new Material(catalog, recordings.bySource(), files, notes);
  }

  private List<Path> list(Path path) {
    try (Stream<Path> entries = Files.list(path)) {
      return entries.filter(entry -> !entry.getFileName().toString().startsWith(".")).sorted().toList();
    } catch (IOException e) {
      problems.add("Cannot list " + path + ": " + e.getMessage());
      return List.of();
    }
  }

  private static String layout(Catalog catalog) {
    return "<source>/*.jsonl for " + names(catalog, Source.Lane.LIVE) + ", <source>/*.csv, *.txt or *.json for "
        + names(catalog, Source.Lane.FILES);
  }

  private static List<String> names(Catalog catalog, Source.Lane lane) {
    return catalog.sources(lane).stream().map(Source::name).toList();
  }
}
