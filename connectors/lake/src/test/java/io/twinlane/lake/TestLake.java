package io.twinlane.lake;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.CatalogLoader;
import io.twinlane.catalog.Source;
import java.nio.file.Path;

/** The repository's own catalog and a lake in a folder. */
final class TestLake {
  static final Catalog CATALOG = CatalogLoader.load(Path.of(System.getProperty("twinlane.root")));
  static final Source COINBASE = CATALOG.source("coinbase");
  static final Source EIA = CATALOG.source("eia");

  private TestLake() {}

  static LakeConfig create(Path folder) {
    LakeConfig config = LakeConfig.local(folder);
    LakeTables.create(config, CATALOG);
    return config;
  }
}
