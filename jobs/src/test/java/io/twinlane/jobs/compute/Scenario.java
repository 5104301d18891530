package io.twinlane.jobs.compute;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.Computation;
import io.twinlane.normalize.CategoryRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * One folder of a computation's scenarios: rows ({@code in.<category>.jsonl}) or recorded messages ({@code raw.<source>.jsonl}) in,
 * and what Redis must hold then ({@code out.jsonl}: a key and every field of its hash; ingest_time may be left out).
 */
record Scenario(Computation computation, Path folder) {
  private static final ObjectMapper JSON = new ObjectMapper();

  static List<Scenario> of(Computation computation) throws IOException {
    Path scenarios = ComputeLab.ROOT.resolve("sql").resolve(computation.team()).resolve(computation.name()).resolve("scenarios");
    if (!Files.isDirectory(scenarios)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(scenarios)) {
      return folders.filter(Files::isDirectory).sorted().map(folder -> new Scenario(computation, folder)).toList();
    }
  }

  String name() {
    return computation.team() + "/" + computation.name() + ": " + folder.getFileName();
  }

  List<CategoryRow> rows(Catalog catalog) throws Exception {
    List<CategoryRow> rows = new ArrayList<>();
    for (Path file : files()) {
      String[] words = file.getFileName().toString().split("\\.");
      if (words[0].equals("in")) {
        rows.addAll(new RowLines(catalog, catalog.category(words[1])).read(Files.readAllLines(file)));
      } else if (words[0].equals("raw")) {
        rows.addAll(RecordedRows.read(catalog, catalog.source(words[1]), file));
      }
    }
    return rows;
  }

  /** Fields by key; an absent out.jsonl expects nothing at all. */
  Map<String, Map<String, String>> expected() throws IOException {
    Map<String, Map<String, String>> expected = new TreeMap<>();
    for (String line : Files.readAllLines(folder.resolve("out.jsonl"))) {
      Map<String, String> fields = new TreeMap<>();
      JsonNode node = JSON.readTree(line);
      node.fieldNames().forEachRemaining(name -> fields.put(name, node.get(name).asText()));
      expected.put(fields.remove("key"), fields);
    }
    return expected;
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".jsonl")).sorted().toList();
    }
  }
}
