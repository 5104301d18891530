package io.twinlane.proof.parity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** Times of arrival in microseconds, {@code to} not included. All rows of one message arrive at the same time. */
record ArrivalRange(long from, long to) {
  /**
   * Parts all time from {@code since} on into ranges that hold few rows each, one after the other, without a gap. A minute stays whole.
   *
   * @param minutes how many rows there are, by the minute's first microsecond
   * @param most rows that a range should hold
   */
  static List<ArrivalRange> of(SortedMap<Long, Long> minutes, long since, long most) {
    List<ArrivalRange> ranges = new ArrayList<>();
    long from = since;
    long rows = 0;
    for (Map.Entry<Long, Long> minute : minutes.tailMap(since).entrySet()) {
      if (rows > 0 && rows + minute.getValue() > most) {
        ranges.add(new ArrivalRange(from, minute.getKey()));
        from = minute.getKey();
        rows = 0;
      }
      rows += minute.getValue();
    }
    ranges.add(new ArrivalRange(from, Long.MAX_VALUE));
    return ranges;
  }
}
