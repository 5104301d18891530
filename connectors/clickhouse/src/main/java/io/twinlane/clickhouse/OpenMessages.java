package io.twinlane.clickhouse;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The rows of messages that are not whole yet. They are held back so that an insert never ends in the middle of a message: who looks at a
 * snapshot sees all of a message or nothing. Rows of several messages may come mixed. For one thread.
 */
final class OpenMessages<T> {
  private final RowFormat<T> format;
  private final Map<RowFormat.MessageId, List<T>> open = new LinkedHashMap<>();

  OpenMessages(RowFormat<T> format) {
    this.format = format;
  }

  /** The rows that can go on now that this one is here: those of its message, in their order, if it is whole; else none. */
  List<T> add(T row) {
    if (!format.endsMessage(row)) {
      open.computeIfAbsent(format.message(row), message -> new ArrayList<>()).add(row);
      return List.of();
    }
    List<T> message = open.isEmpty() ? null : open.remove(format.message(row));
    if (message == null) {
      return List.of(row);
    }
    message.add(row);
    return message;
  }

  /** What is held back. */
  List<T> rows() {
    return open.values().stream().flatMap(List::stream).toList();
  }

  void clear() {
    open.clear();
  }
}
