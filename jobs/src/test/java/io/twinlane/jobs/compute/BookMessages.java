package io.twinlane.jobs.compute;

import io.twinlane.catalog.Catalog;
import io.twinlane.normalize.CategoryRow;
import io.twinlane.normalize.DroppedMessage;
import io.twinlane.normalize.NormalizeOutput;
import io.twinlane.normalize.NormalizeSpec;
import io.twinlane.normalize.Normalizer;
import io.twinlane.normalize.RawMessage;
import io.twinlane.normalize.UnqualifiedRow;
import io.twinlane.normalize.Update;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** The rows of one message of Coinbase after the other, a millisecond apart. */
final class BookMessages implements NormalizeOutput {
  private final Normalizer normalizer;
  private final Instant begin;
  private List<CategoryRow> rows;
  private int count;

  BookMessages(Catalog catalog, Instant begin) {
    this.normalizer = new Normalizer(NormalizeSpec.of(catalog, catalog.source("coinbase")));
    this.begin = begin;
  }

  /** How many there were. */
  int count() {
    return count;
  }

  List<CategoryRow> rows(String message) {
    rows = new ArrayList<>();
    long received = ChronoUnit.MICROS.between(Instant.EPOCH, begin.plusMillis(count));
    normalizer.normalize(
        new RawMessage("raw.coinbase/0", count++, received, received, message.getBytes(StandardCharsets.UTF_8), null), this);
    return rows;
  }

  @Override
  public void row(CategoryRow row) {
    rows.add(row);
  }

  @Override
  public void update(Update update) {
    throw new IllegalStateException("Cannot take an update: Coinbase's messages are no deltas of a row");
  }

  @Override
  public void unqualified(UnqualifiedRow row) {
    // a bad level leaves the book as it is
  }

  @Override
  public void dropped(DroppedMessage message) {
    // neither does an update without levels change it
  }
}
