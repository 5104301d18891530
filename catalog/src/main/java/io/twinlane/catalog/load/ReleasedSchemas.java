package io.twinlane.catalog.load;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.Category;
import io.twinlane.catalog.ReleasedReceipts;
import io.twinlane.catalog.derive.AvroSchemas;
import io.twinlane.catalog.derive.SchemaFingerprint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Every schema that rows in topics were ever written with, a file each: {@code released/avro/<category>.<fingerprint>.avsc}, the fingerprint as
 * it stands at the head of each row. {@code ./twinlane render} adds today's; nothing changes old ones.
 */
final class ReleasedSchemas {
  /** Below catalog/. */
  static final String FOLDER = "released/avro";
  private static final String SUFFIX = ".avsc";

  private final Map<String, List<String>> texts = new TreeMap<>();

  private ReleasedSchemas() {}

  static ReleasedSchemas read(Path catalog, Problems problems) {
    ReleasedSchemas schemas = new ReleasedSchemas();
    for (Path file : Folder.files(catalog.resolve(FOLDER), SUFFIX)) {
      try {
        String text = Files.readString(file);
        String[] name = file.getFileName().toString().split("\\.");
        if (name.length != 3 || !name[1].equals(SchemaFingerprint.of(text))) {
          problems.add(file, "its name and its content disagree: it must stay as ./twinlane render wrote it");
        }
        schemas.texts.computeIfAbsent(name[0], unused -> new ArrayList<>()).add(text);
      } catch (IOException | IllegalArgumentException e) {
        problems.add(file, "it cannot be read: " + e.getMessage());
      }
    }
    return schemas;
  }

  Category of(Category category) {
    return category.withReleased(texts.getOrDefault(category.name(), List.of()));
  }

  ReleasedReceipts receipts() {
    return new ReleasedReceipts(
        texts.getOrDefault(AvroSchemas.UNQUALIFIED, List.of()), texts.getOrDefault(AvroSchemas.DROPPED, List.of()));
  }

  /** Today's schemas that have no file yet, by the file's name. */
  static Map<String, String> unreleased(Path catalogFolder, Catalog catalog) {
    Map<String, String> files = new LinkedHashMap<>();
    AvroSchemas.written(catalog).forEach((name, text) -> {
      String file = name + "." + SchemaFingerprint.of(text) + SUFFIX;
      if (!Files.exists(catalogFolder.resolve(FOLDER).resolve(file))) {
        files.put(file, text);
      }
    });
    return files;
  }
}
