package io.twinlane.catalog.derive;

import io.twinlane.catalog.Catalog;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Everything that the catalog derives, as text by its path below catalog/derived. */
public final class Derivations {
  private static final String NOTE = "derived from catalog/categories, catalog/sources and what stands beside them; "
      + "do not edit: ./twinlane render";
  private static final List<Function<Catalog, Map<String, String>>> DERIVED =
      List.of(
      KafkaTopics::files, AvroSchemas::files, FlinkTables::files, ClickHouseTables::files, IcebergSchemas::files, RedisKeys::files,
      Glossary::files, SourceDictionary::files);

  private Derivations() {}

  public static SortedMap<String, String> of(Catalog catalog) {
    SortedMap<String, String> files = new TreeMap<>();
    for (Function<Catalog, Map<String, String>> derive : DERIVED) {
      derive.apply(catalog).forEach((path, text) -> {
        if (files.put(path, withNote(path, text)) != null) {
          throw new IllegalStateException("Cannot derive " + path + ": two stores give it");
        }
      });
    }
    return files;
  }

  /** The text below a line that keeps people from editing it, where the format has comments. */
  private static String withNote(String path, String text) {
    return switch (path.substring(path.lastIndexOf('.') + 1)) {
      case "sql" -> "-- " + NOTE + "\n" + text;
      case "md" -> "<!-- " + NOTE + " -->\n" + text;
      case "yaml", "properties" -> "# " + NOTE + "\n" + text;
      default -> text;
    };
  }
}
