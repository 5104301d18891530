package io.twinlane.normalize;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.CatalogLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A process of its own, with little heap: it normalizes the largest message that may be read, a book of the smallest levels. */
final class LargestMessage {
  private static final String HEAD = "{\"type\":\"snapshot\",\"product_id\":\"BTC-USD\",\"time\":\"2026-11-22T12:00:00.000000Z\",\"asks\":[],\"bids\":[[\"1\",\"1\"]";
  private static final String LEVEL = ",[\"1\",\"1\"]";

  private LargestMessage() {}

  public static void main(String[] args) {
    Catalog catalog = CatalogLoader.load(Path.of(System.getProperty("twinlane.root")));
    int most = catalog.platform().maxRecordBytes();
    StringBuilder message = new StringBuilder(most).append(HEAD);
    while (message.length() + LEVEL.length() + 2 <= most) {
      message.append(LEVEL);
    }
    byte[] body = message.append("]}").toString().getBytes(StandardCharsets.ISO_8859_1);
    message.setLength(0);
    message.trimToSize();
    Counted counted = new Counted();
    new Normalizer(NormalizeSpec.of(catalog, catalog.source("coinbase"))).normalize(
        new RawMessage("raw.coinbase/0", 0, 1_795_348_800_000_000L, 1_795_348_800_000_000L, body, null), counted);
    System.out.println("bytes " + body.length + " rows " + counted.rows + " others " + counted.others);
  }

  /** Counts what comes and keeps none of it, as the operators do. */
  private static final class Counted implements NormalizeOutput {
    private int rows;
    private int others;

    @Override
    public void row(CategoryRow row) {
      rows++;
    }

    @Override
    public void update(Update update) {
      others++;
    }

    @Override
    public void unqualified(UnqualifiedRow row) {
      others++;
    }

    @Override
    public void dropped(DroppedMessage message) {
      others++;
    }

    @Override
    public void stumbled(RawMessage message, Throwable cause) {
      others++;
    }
  }
}
