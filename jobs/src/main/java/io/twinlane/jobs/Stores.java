package io.twinlane.jobs;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.derive.ClickHouseTables;
import io.twinlane.catalog.derive.KafkaTopics;
import io.twinlane.clickhouse.ClickHouseSchema;
import io.twinlane.kafka.Topics;
import io.twinlane.lake.LakeTables;
import java.util.List;

/** Creates in the stores what the catalog derives, or brings what is there up to it; what cannot be brought is refused with a sentence. */
public final class Stores {
  private Stores() {}

  /** The same with the catalog's topics as they are declared. */
  public static List<String> create(Connections connections, Catalog catalog) {
    return create(connections, catalog, KafkaTopics.of(catalog));
  }

  /** All that the streaming lane needs; a sentence for each thing of the topics that was changed or is not as the catalog says. */
  public static List<String> create(Connections connections, Catalog catalog, List<KafkaTopics.Topic> topics) {
    List<String> told = Topics.create(connections.kafka(), topics);
    createClickHouse(connections, catalog);
    createLake(connections, catalog);
    return told;
  }

  public static void createClickHouse(Connections connections, Catalog catalog) {
    ClickHouseSchema.apply(connections.clickhouse(), ClickHouseTables.createStatements(catalog));
  }

  public static void createLake(Connections connections, Catalog catalog) {
    LakeTables.create(connections.lake(), catalog);
  }
}
