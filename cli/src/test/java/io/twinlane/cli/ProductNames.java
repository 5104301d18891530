package io.twinlane.cli;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.CatalogLoader;
import io.twinlane.catalog.Category;
import io.twinlane.catalog.Computation;
import io.twinlane.catalog.Source;
import io.twinlane.catalog.derive.ClickHouseTables;
import io.twinlane.catalog.derive.IcebergSchemas;
import io.twinlane.catalog.derive.KafkaTopics;
import io.twinlane.local.settings.PlatformConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.flink.configuration.ConfigOption;
import org.yaml.snakeyaml.Yaml;

/** The names that the product really has, by their kind, against which the documents' words are held. */
final class ProductNames {
  private static final Pattern CREATED = Pattern.compile(
      "CREATE (?:OR REPLACE )?(?:TABLE|VIEW|MATERIALIZED VIEW|DICTIONARY) (?:IF NOT EXISTS )?(\\S+)");
  /** Placeholders of the documents, each with a name that may stand in its place. */
  private static final List<Map.Entry<String, String>> PLACEHOLDERS = List.of(Map.entry("<source>_<dataset>", "coinbase_feed"),
      Map.entry("<source>", "coinbase"), Map.entry("<category>", "market_tick"), Map.entry("<team>", "research"),
      Map.entry("<computation>", "bars_1m"));

  private final Path root;
  private final Catalog catalog;
  private final Set<String> topics;
  private final Set<String> tables = new HashSet<>();
  private final Set<String> jobs = new HashSet<>();
  private final Set<String> settings;
  private final Set<String> classes;

  ProductNames(Path root) throws IOException {
    this.root = root;
    this.catalog = CatalogLoader.load(root);
    topics = KafkaTopics.of(catalog).stream().map(KafkaTopics.Topic::name).collect(Collectors.toSet());
    IcebergSchemas.tables(catalog).forEach(table -> tables.add(table.namespace() + "." + table.name()));
    ClickHouseTables.createStatements(catalog).forEach(sql -> CREATED.matcher(sql).results().forEach(made -> tables.add(made.group(1))));
    addJobs();
    settings = PlatformConfig.OPTIONS.stream().flatMap(options -> options.all().stream()).map(ConfigOption::key).collect(Collectors.toSet());
    settings.addAll(platformKeys());
    classes = classes();
  }

  private void addJobs() {
    for (Source source : catalog.sources()) {
      Stream.of("normalize-", "archive-", "bronze-").forEach(job -> jobs.add(job + source.name()));
    }
    for (Category category : catalog.categories()) {
      Stream.of("ingest-", "ingest-files-", "silver-").forEach(job -> jobs.add(job + category.name()));
    }
    catalog.computations().stream().map(Computation::jobName).forEach(jobs::add);
    jobs.add("ingest-unqualified");
  }

  /** What is wrong with a word between back quotes: empty when it names nothing of ours, or something that exists. */
  List<String> problems(String code) {
    String name = withoutPlaceholders(code);
    if (name.matches("(raw|category|unqualified|dropped)\\.[a-z_]+(/\\d+)?") && !name.matches(".*\\.(jsonl?|txt|csv)|raw\\.test/.*")) {
      return known("topic", name.replaceAll("/\\d+$", ""), topics);
    } else if (name.matches("(normalize|ingest|archive|bronze|silver|compute)-[a-z_0-9-]+")) {
      return known("job", name, jobs);
    } else if (name.matches("(silver|bronze)\\.[a-z_]+")) {
      return known("table", name, tables);
    } else if (name.matches("(kafka|clickhouse|redis|flink|state|lake|normalize)\\.[a-z][a-z-]+")) {
      return name.endsWith(".log") ? List.of() : known("setting", name, settings);
    } else if (name.matches("([A-Z][a-z0-9]+){1,5}(\\.[a-z]\\w*)?")) {
      return known("class", name.replaceAll("\\..*", ""), classes);
    }
    return List.of();
  }

  /** Tables of ClickHouse that a text names and that nobody creates. */
  List<String> unknownTables(String text) {
    return Pattern.compile("\\brealtime\\.[a-z_0-9]+").matcher(withoutPlaceholders(text)).results().map(match -> match.group())
        .filter(table -> !tables.contains(table)).map(table -> "no such table: " + table).toList();
  }

  /** A path of the repository that a text names and that is not there. */
  List<String> missingPath(String code) {
    boolean path = code.matches("(catalog|normalize|types|connectors|jobs|sql|local|cli|bench|docs)/[\\w./-]*") && !code.contains("/target/");
    return path && !Files.exists(root.resolve(code)) ? List.of("no such file: " + code) : List.of();
  }

  private static String withoutPlaceholders(String code) {
    String name = code;
    for (Map.Entry<String, String> placeholder : PLACEHOLDERS) {
      name = name.replace(placeholder.getKey(), placeholder.getValue());
    }
    return name;
  }

  private static List<String> known(String kind, String name, Set<String> names) {
    return names.contains(name) ? List.of() : List.of("no such " + kind + ": " + name);
  }

  private Set<String> platformKeys() throws IOException {
    Map<String, Map<String, Object>> groups = new Yaml().load(Files.readString(root.resolve("catalog/platform.yaml")));
    return groups.entrySet().stream().flatMap(group -> group.getValue().keySet().stream().map(key -> group.getKey() + "." + key))
        .collect(Collectors.toSet());
  }

  private Set<String> classes() throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files.map(file -> file.getFileName().toString()).filter(file -> file.endsWith(".java"))
          .map(file -> file.substring(0, file.length() - ".java".length())).collect(Collectors.toSet());
    }
  }
}
