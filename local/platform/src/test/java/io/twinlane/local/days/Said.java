package io.twinlane.local.days;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What a message means, as the test that made it meant it. */
sealed interface Said {
  /** Interactive Brokers: what changed of a contract; texts by the feed's own numbers. */
  record Frame(int contract, Instant updated, String availability, Map<String, String> figures) implements Said {}

  /** Coinbase: a trade. */
  record Trade(String product, Instant time, String price, String size, String side, long id) implements Said {}

  /** Coinbase: levels of an order book; a time of null is one that the message does not say. */
  record Book(String product, Instant time, List<Level> levels) implements Said {}

  /** One place of a list of levels; a broken one has a size that is no number, an empty side of a snapshot no price. */
  record Level(String action, String side, String price, String size, boolean broken) {}

  /** Nothing to keep. */
  record Dropped(String reason) implements Said {}

  /** Nothing that could go on. */
  record Unusable(String reason) implements Said {}
}
