package io.twinlane.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.flink.CatalogLoader;
import org.apache.iceberg.flink.TableLoader;
import org.apache.iceberg.jdbc.JdbcCatalog;

/** The Iceberg catalog of the lake, in a database. Its name is part of every key there, so it is the same everywhere. */
public final class LakeCatalog {
  public static final String NAME = "twinlane";

  private LakeCatalog() {}

  /** Opens the catalog wherever a job needs it. */
  public static CatalogLoader loader(LakeConfig config) {
    return new LakeCatalogLoader(config);
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

  private static void createFolder(String uri) {
    if (uri.startsWith(LakeCatalogLoader.SQLITE)) {
      Path folder = Path.of(uri.substring(LakeCatalogLoader.SQLITE.length())).toAbsolutePath().getParent();
      try {
        Files.createDirectories(folder);
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot create the folder of the Iceberg catalog " + folder + ": " + e.getMessage(), e);
      }
    }
  }
}
