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

  /** All that the streaming lane needs; how many topics there are. */
  public static int create(Connections connections, Catalog catalog) {
    List<KafkaTopics.Topic> topics = KafkaTopics.of(catalog);
    Topics.create(connections.kafka(), topics);
    createClickHouse(connections, catalog);
    createLake(connections, catalog);
    return topics.size();
  }

  public static void createClickHouse(Connections connections, Catalog catalog) {
    ClickHouseSchema.apply(connections.clickhouse(), ClickHouseTables.createStatements(catalog));
  }

  public static void createLake(Connections connections, Catalog catalog) {
    LakeTables.create(connections.lake(), catalog);
  }
}
