package io.twinlane.lake;

import io.twinlane.catalog.SecretReference;
import java.util.HashMap;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.CatalogProperties;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.flink.CatalogLoader;
import org.apache.iceberg.jdbc.JdbcCatalog;
import org.apache.iceberg.jdbc.UncheckedSQLException;

/** Opens the Iceberg catalog where it is needed; secrets are read there, so they do not travel with the job. */
record LakeCatalogLoader(LakeConfig config) implements CatalogLoader {
  static final String SQLITE = "jdbc:sqlite:";

  private static final long serialVersionUID = 1L;
  private static final String PATIENCE_MS = "60000";
  private static final int TRIES = 5;

  @Override
  public Catalog loadCatalog() {
    return load(TRIES);
  }

  /** Several that open a new database at once trip over each other's CREATE and ALTER TABLE; next time the tables are there. */
  private Catalog load(int tries) {
    JdbcCatalog catalog = new JdbcCatalog();
    catalog.setConf(new Configuration());
    try {
      catalog.initialize(LakeCatalog.NAME, properties());
      return catalog;
    } catch (UncheckedSQLException e) {
      catalog.close();
      if (tries == 1) {
        throw e;
      }
      return load(tries - 1);
    }
  }

  @Override
  public CatalogLoader clone() {
    return this;
  }

  private Map<String, String> properties() {
    Map<String, String> properties = new HashMap<>();
    properties.put(CatalogProperties.URI, config.catalogUri());
    properties.put(CatalogProperties.WAREHOUSE_LOCATION, config.warehouse());
    properties.put("jdbc.schema-version", "V1");
    properties.put(CatalogProperties.CLIENT_POOL_SIZE, "1");
    if (config.warehouse().startsWith(LocalFileIO.SCHEME)) {
      properties.put(CatalogProperties.FILE_IO_IMPL, LocalFileIO.class.getName());
    }
    if (config.catalogUri().startsWith(SQLITE)) {
      // SQLite has one writer: the others wait for it instead of failing their commit.
      properties.put("jdbc.busy_timeout", PATIENCE_MS);
      properties.put("jdbc.journal_mode", "WAL");
      properties.put("jdbc.synchronous", "NORMAL");
    }
    config.properties().forEach((key, value) -> properties.put(key, read(new SecretReference(value))));
    return properties;
  }

  /** A property may be a secret that stands elsewhere; any other text is the value itself. */
  static String read(SecretReference property) {
    return property.valid() ? property.read() : property.text();
  }
}
