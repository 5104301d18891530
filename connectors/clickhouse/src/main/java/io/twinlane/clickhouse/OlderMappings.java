package io.twinlane.clickhouse;

import com.clickhouse.client.api.Client;
import io.twinlane.catalog.Category;
import io.twinlane.catalog.Source;
import io.twinlane.catalog.derive.ClickHouseRank;
import java.util.Map;

/**
 * Removes a source's rows that an earlier version of its mapping gave: where the newest one has given all its rows again, they are what it
 * gives no more. Never for live sources, whose messages the newest mapping has not seen all of.
 */
public final class OlderMappings {
  private static final String NEWER = " WHERE source_system = {source:String} AND " + ClickHouseRank.MAPPING + " > {number:UInt64}";
  private static final String WHOSE = " WHERE source_system = {source:String} AND mapping_version != {mapping:String}";

  private OlderMappings() {}

  /**
   * Removes what a newer mapping than the source's had given, before its rows come: the newer ones would stay. A mapping is taken back by
   * giving its older version.
   */
  public static void removeNewer(ClickHouseConfig config, Category category, Source source) {
    remove(config, category, source, NEWER);
  }

  /** Removes them from the category's table and, as far as they were meant for the category or for none, from the unqualified ones. */
  public static void remove(ClickHouseConfig config, Category category, Source source) {
    remove(config, category, source, WHOSE);
  }

  private static void remove(ClickHouseConfig config, Category category, Source source, String which) {
    Map<String, Object> names = Map.of(
        "source", source.name(), "mapping", source.mappingVersion(), "number", source.version(), "category", category.name());
    String unqualified = source.homeCategory().equals(category.name()) ? " AND ifNull(category, {category:String}) = {category:String}"
        : " AND category = {category:String}";
    try (Client client = config.open()) {
      remove(client, category.name(), which, names);
      remove(client, new UnqualifiedRowFormat().table(), which + unqualified, names);
    }
  }

  /** A deletion is work for the server even where there is nothing to delete: asked before. */
  private static void remove(Client client, String table, String where, Map<String, Object> names) {
    try {
      if (!client.queryAll("SELECT 1 FROM " + table + where + " LIMIT 1", names).isEmpty()) {
        Answers.of(client.query("DELETE FROM " + table + where, names)).close();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Cannot remove rows of older mappings from " + table + ": interrupted", e);
    } catch (Exception e) {
      throw new IllegalStateException("Cannot remove rows of older mappings from " + table + " in ClickHouse: " + Answers.reason(e), e);
    }
  }
}
