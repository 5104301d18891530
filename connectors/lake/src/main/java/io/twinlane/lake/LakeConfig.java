package io.twinlane.lake;

import io.twinlane.catalog.Source;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.Map;
import org.apache.flink.configuration.ReadableConfig;

/**
 * Where the lake is: {@code root} is the URI that origins of landed files are relative to, {@code warehouse} the URI below which Iceberg
 * writes (null: warehouse in the root), {@code catalogUri} the JDBC address of the Iceberg catalog; {@code properties} go to the catalog,
 * secrets as references: {@code ${env:NAME}} or {@code ${file:PATH}}.
 */
public record LakeConfig(String root, String warehouse, String catalogUri, Map<String, String> properties) implements Serializable {
  private static final long serialVersionUID = 1L;

  public LakeConfig {
    root = withoutSlash(root);
    warehouse = withoutSlash(warehouse == null ? root + "/warehouse" : warehouse);
    properties = Map.copyOf(properties);
  }

  /** Reads the options; throws one exception with all that is wrong with them. */
  public static LakeConfig from(ReadableConfig config) {
    LakeOptions.ALL.require(config);
    String root = config.get(LakeOptions.ROOT);
    if (root.isEmpty()) {
      throw new IllegalArgumentException("Cannot find the lake: " + LakeOptions.ROOT.key() + " is not set; it is a folder or a URI");
    }
    boolean folder = !root.contains(":/");
    if (!folder && config.get(LakeOptions.CATALOG_URI).isEmpty()) {
      throw new IllegalArgumentException(
          "Cannot find the lake: " + LakeOptions.CATALOG_URI.key() + " is not set; it is the JDBC address of the Iceberg catalog");
    }
    LakeConfig local = folder ? local(Path.of(root)) : new LakeConfig(root, null, "", Map.of());
    return new LakeConfig(local.root, or(config.get(LakeOptions.WAREHOUSE), local.warehouse),
        or(config.get(LakeOptions.CATALOG_URI), local.catalogUri), config.get(LakeOptions.PROPERTIES));
  }

  private static String or(String set, String standard) {
    return set.isEmpty() ? standard : set;
  }

  /** A lake in a folder of this machine, its catalog in SQLite beside it. */
  public static LakeConfig local(Path folder) {
    Path absolute = folder.toAbsolutePath().normalize();
    String root = "file://" + absolute; // as it is: neither Flink nor Iceberg takes escapes back
    return new LakeConfig(root, root + "/warehouse", "jdbc:sqlite:" + absolute.resolve("catalog.db"), Map.of());
  }

  /** URI of the folder that holds a source's raw files. */
  public String rawFolder(Source source) {
    return root + "/" + source.lakeFolder();
  }

  /** Without the properties: there may be secrets in them. */
  @Override
  public String toString() {
    return root + " with its catalog in " + catalogUri;
  }

  private static String withoutSlash(String uri) {
    return uri.endsWith("/") ? withoutSlash(uri.substring(0, uri.length() - 1)) : uri;
  }
}
