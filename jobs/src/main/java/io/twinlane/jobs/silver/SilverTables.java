package io.twinlane.jobs.silver;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.Category;
import io.twinlane.catalog.derive.IcebergSchemas;
import io.twinlane.lake.LakeConfig;
import io.twinlane.lake.LakeTable;

/** A category's two tables as they stood before a run. */
record SilverTables(LakeConfig lake, String rows, long rowsMark, String unqualified, long unqualifiedMark) {

  static SilverTables mark(LakeConfig lake, Catalog catalog, Category category) {
    String rows = IcebergSchemas.silver(catalog, category).fullName();
    String unqualified = IcebergSchemas.unqualified(catalog, category).fullName();
    return new SilverTables(lake, rows, LakeTable.mark(lake, rows), unqualified, LakeTable.mark(lake, unqualified));
  }

  SilverJob.Outputs outputs() {
    return new SilverJob.Outputs(LakeTable.load(lake, rows), LakeTable.load(lake, unqualified));
  }

  /** Dates that the run replaced are not older; what is left gave no row this time. */
  void removeOlder() {
    LakeTable.removeOlder(lake, rows, rowsMark);
    LakeTable.removeOlder(lake, unqualified, unqualifiedMark);
  }
}
