package io.twinlane.local.days;

import java.util.LinkedHashMap;
import java.util.Map;

/** How Interactive Brokers' mapping reads figures: which field each one fills, and whether "1,300" is a number. */
record Rules(String version, Map<String, String> fields, boolean thousands) {
  /** The repository's own. */
  static final Rules STANDARD = new Rules("ib/1", Map.of("31", "last_price", "7059", "last_size", "84", "bid_price", "88", "bid_size",
      "86", "ask_price", "85", "ask_size", "7762", "volume", "70", "high_price", "71", "low_price", "83", "change_percent"), true);

  /** One in which the sizes of bid and ask are exchanged, and a size with a comma is no number. */
  static final Rules BROKEN = new Rules("ib/1", STANDARD.with("", "88", "ask_size").with("", "85", "bid_size").fields(), false);

  Rules with(String otherVersion, String figure, String field) {
    Map<String, String> more = new LinkedHashMap<>(fields);
    more.put(figure, field);
    return new Rules(otherVersion, more, thousands);
  }

  static String unit(String field) {
    return field.equals("change_percent") ? "" : field.endsWith("_size") || field.equals("volume") ? "1_share" : "1_usd";
  }
}
