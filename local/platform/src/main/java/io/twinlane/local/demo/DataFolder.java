package io.twinlane.local.demo;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.Source;
import io.twinlane.local.up.PlatformRefusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A folder with a folder for each source: recordings (*.jsonl) of live sources, whole files (*.csv, *.txt, *.json) of file sources. All
 * that is wrong with it is said at once.
 */
final class DataFolder {
  private static final List<String> FILE_ENDINGS = List.of(".csv", ".txt", ".json");
  private static final String INSTRUMENTS = "instruments.csv";

  private final Path folder;
  private final Catalog catalog;
  private final List<String> problems = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final Map<Source, List<Path>> recordings = new LinkedHashMap<>();
  private final Map<Source, List<Path>> files = new LinkedHashMap<>();

  private DataFolder(Path folder, Catalog catalog) {
    this.folder = folder;
    this.catalog = catalog;
  }

  /** What a person's own folder holds; a refusal with every problem when it cannot be played. */
  static Material read(Path folder, Catalog catalog) {
    if (!Files.isDirectory(folder)) {
      throw new PlatformRefusal("Cannot play " + folder + ": there is no such folder. Give one with " + layout(catalog));
    }
    DataFolder data = new DataFolder(folder, catalog);
    data.list(folder).forEach(data::entry);
    return data.material();
  }

  private void entry(Path path) {
    String name = path.getFileName().toString();
    if (name.equals(INSTRUMENTS)) {
      return;
    }
    if (!Files.isDirectory(path)) {
      notes.add("not played: " + path + " is in no source's folder");
      return;
    }
    catalog.sources().stream().filter(source -> source.name().equals(name)).findFirst().ifPresentOrElse(
        source -> list(path).forEach(file -> file(source, file)),
        () -> problems.add("Cannot play " + path + ": there is no source " + name + ". Known: "
            + catalog.sources().stream().map(Source::name).toList()));
  }

  private void file(Source source, Path file) {
    String name = file.getFileName().toString();
    boolean recording = name.endsWith(".jsonl");
    if (source.live() && recording) {
      recordings.computeIfAbsent(source, unused -> new ArrayList<>()).add(file);
    } else if (!source.live() && FILE_ENDINGS.stream().anyMatch(name::endsWith)) {
      files.computeIfAbsent(source, unused -> new ArrayList<>()).add(file);
    } else {
      problems.add("Cannot play " + file + ": " + source.name() + (source.live()
          ? " is a live source. Allowed: recordings named *.jsonl"
          : " is a source of files. Allowed: " + FILE_ENDINGS));
    }
  }

  private Material material() {
    if (recordings.isEmpty() && files.isEmpty() && problems.isEmpty()) {
      problems.add("Cannot play " + folder + ": it holds no recording. Give it " + layout(catalog));
    }
    if (!problems.isEmpty()) {
      throw new PlatformRefusal(problems);
    }
    return new Material(catalog, recordings, files, notes);
  }

  private List<Path> list(Path path) {
    try (Stream<Path> entries = Files.list(path)) {
      return entries.filter(entry -> !entry.getFileName().toString().startsWith(".")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list " + path, e);
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
