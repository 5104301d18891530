package io.twinlane.local.days;

import io.twinlane.catalog.Catalog;
import io.twinlane.engines.EmbeddedClickHouse;
import io.twinlane.engines.EmbeddedFlink;
import io.twinlane.jobs.Stores;
import java.nio.file.Path;

/**
 * Ten days of both lanes in one lake and one ClickHouse. On each day every streaming job is ended and begins without state, then is stopped and
 * goes on from its savepoint, each time at another parallelism and with messages on their way; at night the batch lane runs.
 */
final class History implements AutoCloseable {
  private static final int DAYS = 10;
  private static final long SEED = 14;
  private static final int MESSAGES = 12;

  private final Variation variation;
  private final Kept kept;
  private final CatalogFolder catalogs;
  private final Feeds feeds;
  private final CaughtUp caughtUp;
  private final Results results;
  private final StreamingLane lane;

  History(Variation variation, EmbeddedFlink flink, EmbeddedClickHouse clickhouse, Path folder) throws Exception {
    this.variation = variation;
    catalogs = new CatalogFolder(folder.resolve("repository"), variation.database());
    kept = new Kept(flink, clickhouse, variation.database(), folder);
    feeds = new Feeds(kept.connections.kafka(), SEED);
    caughtUp = new CaughtUp(kept.connections.kafka());
    results = new Results(kept.connections.compute().redis().url());
    lane = new StreamingLane(kept, folder);
  }

  void run() throws Exception {
    Proof proof = new Proof(kept, results, variation);
    variation.first().to(catalogs);
    for (int day = 1; day <= DAYS; day++) {
      Catalog catalog = morning(day);
      feeds.send(MESSAGES);
      lane.stop();
      feeds.send(MESSAGES);
      lane.start(catalog);
      feeds.send(MESSAGES);
      caughtUp.await(catalog, lane);
      proof.of(day, catalog, feeds.sent());
    }
    lane.cancel();
  }

  /** The jobs of yesterday end in the middle of today's messages, and begin again with nothing of what they kept. */
  private Catalog morning(int day) throws Exception {
    if (day == 1 || variation.newTopics()) {
      lane.cancel();
      kept.forgetTopics();
    }
    Stores.create(kept.connections, catalogs.release());
    feeds.begin(day);
    feeds.send(MESSAGES);
    if (day == Variation.CHANGES_ON) {
      goOnWith(variation.later());
    }
    lane.cancel();
    caughtUp.forget();
    feeds.send(MESSAGES);
    Catalog catalog = catalogs.release();
    lane.start(catalog);
    return catalog;
  }

  /** What was kept under yesterday's catalog goes on with today's. */
  private void goOnWith(Variation.Change change) throws Exception {
    lane.stop();
    feeds.send(MESSAGES);
    change.to(catalogs);
    Catalog catalog = catalogs.release();
    Stores.create(kept.connections, catalog);
    lane.start(catalog);
    feeds.send(MESSAGES);
    caughtUp.await(catalog, lane);
  }

  @Override
  public void close() {
    lane.end();
    results.close();
    caughtUp.close();
    feeds.close();
    kept.close();
  }
}
