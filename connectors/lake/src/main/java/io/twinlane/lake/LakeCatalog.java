package io.twinlane.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.CatalogProperties;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.flink.CatalogLoader;
import org.apache.iceberg.flink.TableLoader;
import org.apache.iceberg.jdbc.JdbcCatalog;

/** The Iceberg catalog of the lake, in a database. Its name is part of every key there, so it is the same everywhere. */
public final class LakeCatalog {
  public static final String NAME = "twinlane";

  private static final String SQLITE = "jdbc:sqlite:";
  private static final String PATIENCE_MS = "60000";

  private LakeCatalog() {}

  /** Opens the catalog wherever a job needs it. */
  public static CatalogLoader loader(LakeConfig config) {
    return CatalogLoader.custom(NAME, properties(config), new Configuration(), JdbcCatalog.class.getName());
  }

  /** The catalog itself; close it. */
  public static JdbcCatalog open(LakeConfig config) {
    createFolder(config.catalogUri());
    return (JdbcCatalog) loader(config).loadCatalog();
  }

  /** Opens one table wherever a job needs it: {@code silver.market_tick}. */
  public static TableLoader table(LakeConfig config, String fullName) {
    return TableLoader.fromCatalog(loader(config), TableIdentifier.parse(fullName));
  }

  private static Map<String, String> properties(LakeConfig config) {
    Map<String, String> properties = new HashMap<>();
    properties.put(CatalogProperties.URI, config.catalogUri());
    properties.put(CatalogProperties.WAREHOUSE_LOCATION, config.warehouse());
    properties.put("jdbc.schema-version", "V1");
    properties.put(CatalogProperties.CLIENT_POOL_SIZE, "1");
    if (config.catalogUri().startsWith(SQLITE)) {
      // SQLite has one writer: the others wait for it instead of failing their commit.
      properties.put("jdbc.busy_timeout", PATIENCE_MS);
      properties.put("jdbc.journal_mode", "WAL");
      properties.put("jdbc.synchronous", "NORMAL");
    }
    properties.putAll(config.properties());
    return properties;
  }

  private static void createFolder(String uri) {
    if (uri.startsWith(SQLITE)) {
      Path folder = Path.of(uri.substring(SQLITE.length())).toAbsolutePath().getParent();
      try {
        Files.createDirectories(folder);
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot create the folder of the Iceberg catalog " + folder + ": " + e.getMessage(), e);
      }
    }
  }
}
