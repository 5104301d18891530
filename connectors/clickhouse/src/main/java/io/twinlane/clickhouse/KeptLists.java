package io.twinlane.clickhouse;

import java.util.ArrayList;
import java.util.List;

/** Cuts what a checkpoint keeps into lists that take little memory to write, each with whole messages. */
final class KeptLists {
  private static final long BYTES = 1 << 20;

  private KeptLists() {}

  static <T> List<List<T>> of(List<RowGroup<T>> groups) {
    List<List<T>> lists = new ArrayList<>();
    long bytes = BYTES;
    for (RowGroup<T> group : groups) {
      if (bytes >= BYTES) {
        lists.add(new ArrayList<>());
        bytes = 0;
      }
      lists.get(lists.size() - 1).addAll(group.rows());
      bytes += group.bytes();
    }
    return lists;
  }
}
