package io.twinlane.catalog.load;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.Category;
import io.twinlane.catalog.Instruments;
import io.twinlane.catalog.InstrumentsFile;
import io.twinlane.catalog.Platform;
import io.twinlane.catalog.Reason;
import io.twinlane.catalog.Source;
import io.twinlane.catalog.States;
import io.twinlane.catalog.Team;
import io.twinlane.catalog.Unit;
import io.twinlane.catalog.derive.KafkaTopics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads every file of the catalog, each as if it were the only one, and puts the catalog together. */
public final class CatalogReader {
  private final Path root;
  private final Path catalog;
  private final Problems problems;

  public CatalogReader(Path root, Problems problems) {
    this.root = root;
    this.catalog = root.resolve("catalog");
    this.problems = problems;
  }

  public Catalog read() {
    if (!Files.isDirectory(catalog)) {
      problems.add(catalog, "the folder is missing");
      problems.refuseIfAny("the catalog");
    }
    TopicsReader topics = new TopicsReader();
    Platform platform = PlatformReader.read(catalog.resolve("platform.yaml"), topics, problems);
    States states = StatesReader.read(catalog.resolve("states.yaml"), catalog.resolve(ReleasedStates.FILE), problems);
    List<Reason> reasons = ReasonsReader.read(catalog.resolve("reasons.yaml"), problems);
    List<Unit> units = UnitsReader.read(catalog.resolve("units.yaml"), problems);
    List<Path> categoryFiles = Folder.yamlFiles(catalog.resolve("categories"), problems);
    List<Category> categories = categories(categoryFiles, new Vocabulary(states, reasons, units, List.of(), List.of()),
        platform.futureTolerance());
    Vocabulary vocabulary = new Vocabulary(states, reasons, units, categories, categoryFiles.stream().map(Folder::stem).toList());
    List<Source> sources = new SourcesReader(vocabulary, problems).read(catalog.resolve("sources"));
    List<String> sourceFolders = names(Folder.folders(catalog.resolve("sources"), problems));
    topics.check(topics(categoryFiles, sourceFolders, sources));
    List<Path> teamFiles = Folder.yamlFiles(catalog.resolve("teams"), problems);
    List<Team> teams = teams(teamFiles, platform);
    ReleasedSchemas schemas = ReleasedSchemas.read(catalog, problems);
    return new Catalog(platform, states, units, categories.stream().map(schemas::of).toList(), sources, teams,
        new ComputationsReader(vocabulary, problems).read(root.resolve("sql"), teams, teamFiles.stream().map(Folder::stem).toList()),
        instruments(sourceFolders, units), reasons, schemas.receipts());
  }

  /** Of what could not be read, too, as far as it has a name: one problem must not make another. */
  private List<String> topics(List<Path> categoryFiles, List<String> sourceFolders, List<Source> sources) {
    List<String> topics = new ArrayList<>(categoryFiles.stream().map(file -> KafkaTopics.categoryTopic(Folder.stem(file))).toList());
    for (String name : sourceFolders) {
      if (sources.stream().noneMatch(source -> source.name().equals(name) && !source.live())) {
        topics.addAll(List.of("raw." + name, "unqualified." + name, "dropped." + name));
      }
    }
    return topics;
  }

  private List<Category> categories(List<Path> files, Vocabulary vocabulary, Duration futureTolerance) {
    if (files.isEmpty()) {
      problems.add(catalog.resolve("categories"), "there is no category");
    }
    Declared<Category> declared = new Declared<>("category");
    Map<YamlNode, Category> read = new LinkedHashMap<>();
    for (Path file : files) {
      YamlNode root = YamlFile.open(file, problems);
      if (root.present()) {
        Category category = new CategoryReader(vocabulary, futureTolerance).read(root);
        declared.add(category.name(), Folder.stem(file), root, category);
        read.put(root, category);
      }
    }
    CategoryViewReader.checkNames(read);
    return declared.sorted();
  }

  private List<Team> teams(List<Path> files, Platform platform) {
    List<Team> teams = new ArrayList<>();
    for (Path file : files) {
      YamlNode root = YamlFile.open(file, problems);
      if (root.present()) {
        Team team = new TeamReader(platform.defaultTtl()).read(root);
        if (team.name().equals(Folder.stem(file))) {
          teams.add(team);
        } else if (!team.name().isEmpty()) { // a name that another team's file takes stays with the file of that name
          root.optional("team").problem("team " + team.name() + " stands under the name " + Folder.stem(file) + ": both must be the same");
        }
      }
    }
    return List.copyOf(teams);
  }

  private static List<String> names(List<Path> folders) {
    return folders.stream().map(folder -> folder.getFileName().toString()).toList();
  }

  private Instruments instruments(List<String> sourceFolders, List<Unit> units) {
    return InstrumentsFile.read(catalog.resolve("instruments.csv"), sourceFolders, units.stream().map(Unit::name).toList(), problems);
  }
}
