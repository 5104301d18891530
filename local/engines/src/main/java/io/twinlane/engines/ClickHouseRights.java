package io.twinlane.engines;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the users of the embedded ClickHouse may do: everything with tables, and, unless opened, nothing that reaches the machine's files
 * or another server. Rights are listed, not taken away: what a later engine can do besides stays closed.
 */
final class ClickHouseRights {
  private static final List<String> ENGINES = List.of("MergeTree", "AggregatingMergeTree", "CoalescingMergeTree", "CollapsingMergeTree",
      "GraphiteMergeTree", "ReplacingMergeTree", "SummingMergeTree", "VersionedCollapsingMergeTree", "Memory", "Null", "Buffer", "Merge",
      "GenerateRandom", "View", "MaterializedView", "Atomic");
  private static final List<String> DEFAULT = Stream.concat(
      Stream.of("GRANT CHECK, SHOW, SELECT, INSERT, ALTER, CREATE DATABASE, CREATE TABLE, CREATE VIEW, CREATE TEMPORARY TABLE, DROP, UNDROP TABLE,"
          + " TRUNCATE, OPTIMIZE, KILL QUERY, SYSTEM ON *.*"),
      ENGINES.stream().map(engine -> "GRANT TABLE ENGINE ON " + engine)).toList();
  private static final List<String> ANALYST =
      List.of("GRANT SHOW, SELECT, CREATE TEMPORARY TABLE ON *.*", "GRANT TABLE ENGINE ON Memory"); // values() and format() want the second

  /** Settings that name a file, a server or a disk, which no right guards. */
  private static final List<String> FIXED = List.of("format_schema", "format_template_resultset", "format_template_row",
      "format_avro_schema_registry_url", "allow_experimental_ai_functions", "merge_tree_disk");

  private ClickHouseRights() {
  }

  /** The text of users.xml. */
  static String users(boolean outside) {
    return Folders.shipped("clickhouse-users.xml")
        .replace("@fixed@", outside ? "" : element("constraints", FIXED.stream().map(name -> "<" + name + "><const/></" + name + ">")))
        .replace("@default_rights@", outside ? "<access_management>1</access_management>" : grants(DEFAULT))
        .replace("@analyst_rights@", outside ? "" : grants(ANALYST));
  }

  private static String grants(List<String> grants) {
    return element("grants", grants.stream().map(grant -> "<query>" + grant + "</query>"));
  }

  private static String element(String name, Stream<String> children) {
    return children.collect(Collectors.joining("\n", "<" + name + ">\n", "\n</" + name + ">"));
  }
}
