package io.twinlane.clickhouse;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The rows of messages that are not whole yet. They are held back so that an insert never ends in the middle of a message: who looks at a
 * snapshot sees all of a message or nothing. Rows of several messages may come mixed. When they take more than a number of bytes, what there
 * is of the largest message goes on before its end: a snapshot may then show half of it for a moment. For one thread.
 */
final class OpenMessages<T> {
  private final RowFormat<T> format;
  private final long mostBytes;
  private final Runnable parted;
  private final Map<RowFormat.MessageId, Open<T>> open = new LinkedHashMap<>();
  private final Set<RowFormat.MessageId> restored = new HashSet<>();
  private long bytes;

  /** {@code parted} is told of each message that goes on before its end. */
  OpenMessages(RowFormat<T> format, long mostBytes, Runnable parted) {
    this.format = format;
    this.mostBytes = mostBytes;
    this.parted = parted;
  }

  /** Takes up what a checkpoint held, and gives what of it can go on; the rest of a message may come to another subtask. */
  List<RowGroup<T>> restore(List<T> rows) {
    List<RowGroup<T>> whole = rows.stream().map(this::add).filter(Objects::nonNull).toList();
    restored.addAll(open.keySet());
    return whole;
  }

  /** What was taken up and is not whole yet: it is held back no more. */
  List<RowGroup<T>> takeRestored() {
    List<RowGroup<T>> groups = restored.stream().filter(open::containsKey).map(this::part).toList();
    restored.clear();
    return groups;
  }

  /** The rows that can go on now that this one is here: those of its message, in their order, if it is whole; null when there are none. */
  RowGroup<T> add(T row) {
    long size = format.heapBytes(row);
    if (!format.endsMessage(row)) {
      open.computeIfAbsent(format.message(row), message -> new Open<>()).add(row, size);
      bytes += size;
      return bytes > mostBytes ? largest() : null;
    }
    Open<T> message = open.isEmpty() ? null : open.remove(format.message(row));
    if (message == null) {
      return new RowGroup<>(List.of(row), size);
    }
    bytes -= message.bytes;
    message.add(row, size);
    return message.group();
  }

  /** What is held back, by message. */
  List<RowGroup<T>> groups() {
    return open.values().stream().map(Open::group).toList();
  }

  void clear() {
    open.clear();
    bytes = 0;
  }

  private RowGroup<T> largest() {
    return part(Collections.max(open.entrySet(), Comparator.comparingLong(entry -> entry.getValue().bytes)).getKey());
  }

  private RowGroup<T> part(RowFormat.MessageId id) {
    Open<T> message = open.remove(id);
    bytes -= message.bytes;
    parted.run();
    return message.group();
  }

  private static final class Open<T> {
    private final List<T> rows = new ArrayList<>();
    private long bytes;

    void add(T row, long size) {
      rows.add(row);
      bytes += size;
    }

    RowGroup<T> group() {
      return new RowGroup<>(rows, bytes);
    }
  }
}
