package io.twinlane.normalize.program;

import io.twinlane.catalog.ControlCharacters;
import io.twinlane.normalize.CategoryRow;
import io.twinlane.normalize.DroppedMessage;
import io.twinlane.normalize.NormalizeOutput;
import io.twinlane.normalize.RawMessage;
import io.twinlane.normalize.UnqualifiedRow;
import io.twinlane.normalize.Update;
import io.twinlane.normalize.read.Cells;
import io.twinlane.normalize.read.Items;
import io.twinlane.normalize.value.Quote;
import io.twinlane.normalize.value.ValueOutcome;

/** The message that is being normalised: its cells, what has been found out about it, and why it stopped. One object serves a thread. */
public final class Current {
  /** Bytes of raw message that the unqualified rows of one message may repeat between them, beyond the first. */
  private static final int REPEATED_RAW = 1 << 20;
  private static final byte[] NO_BYTES = {};
  static final int NO_MARK = -1;

  private final String sourceSystem;
  private final String mappingVersion;
  private NormalizeOutput output;
  private int repeated;
  final Cells cells;
  final ValueOutcome outcome = new ValueOutcome();
  RawMessage message;
  Long received;
  byte state;
  String identifier;
  Resolved resolved;
  Items items;
  int item;
  String reason;
  String sentence;
  String field;
  String rawValue;
  /** Whether the row that is being made has got a value out of the message so far. */
  boolean valued;
  int emptyRows;
  private CategoryRow held;
  private int heldMark;
  private String orderKey;

  public Current(String sourceSystem, String mappingVersion, Cells cells) {
    this.sourceSystem = sourceSystem;
    this.mappingVersion = mappingVersion;
    this.cells = cells;
  }

  public void begin(RawMessage raw, NormalizeOutput out) {
    message = raw;
    output = out;
    received = raw.receiveTime();
    repeated = -1;
    identifier = null;
    resolved = null;
    items = null;
    field = null;
    rawValue = null;
    held = null;
    heldMark = NO_MARK;
    orderKey = null;
    valued = false;
    emptyRows = 0;
  }

  public Cells cells() {
    return cells;
  }

  /** Notes why the message, or the row, cannot go on, as a sentence that can be shown anywhere; returns false so that a step can end with it. */
  public boolean fail(String why, String what, String where, String raw) {
    reason = why;
    sentence = ControlCharacters.escaped(what);
    field = where;
    rawValue = raw;
    return false;
  }

  /** Hands on what was noted last as an unqualified row. */
  public void unqualified(String category, int rowIndex) {
    output.unqualified(new UnqualifiedRow(sourceSystem, category, reason, sentence, field, Quote.cut(rawValue, Quote.RAW_LIMIT), raw(),
        message.origin(), message.originOffset(), rowIndex, mappingVersion, message.receiveTime(), message.ingestTime()));
  }

  public void dropped(String why) {
    output.dropped(new DroppedMessage(sourceSystem, why, message.origin(), message.originOffset(), mappingVersion, message.ingestTime()));
  }

  /** From here on the last row that is emitted is marked at a place of its values; NO_MARK when none is. */
  void markLast(int place) {
    heldMark = place;
  }

  /** From here on rows go the way of the deltas of a key, in order with them. */
  void orderWith(String key) {
    orderKey = key;
  }

  /** Hands on a row; where the last one is marked, once it is known whether another one follows. */
  void emit(CategoryRow row) {
    if (!valued) {
      emptyRows++;
    }
    if (heldMark == NO_MARK) {
      hand(row);
      return;
    }
    if (held != null) {
      hand(held);
    }
    held = row;
  }

  private void hand(CategoryRow row) {
    if (orderKey == null) {
      output.row(row);
    } else {
      output.update(Update.ofWhole(orderKey, row));
    }
  }

  /** The message gives no more rows. */
  void endRows() {
    if (held != null) {
      held.values[heldMark] = Boolean.TRUE;
      hand(held);
      held = null;
    }
  }

  NormalizeOutput output() {
    return output;
  }

  CategoryRow row(String category, Object[] values, String[] units, byte[] states, int rowIndex) {
    return new CategoryRow(category, values, units, states, sourceSystem, message.origin(), message.originOffset(), rowIndex,
        mappingVersion, message.ingestTime());
  }

  /**
   * The raw message for an unqualified row. A large message with very many bad rows is not written out for each of them: past a megabyte of
   * repetition the bytes are left empty, and the message stands whole on its first unqualified row.
   */
  private byte[] raw() {
    if (repeated < 0) {
      repeated = 0;
      return message.body();
    }
    repeated = (int) Math.min(Integer.MAX_VALUE / 2, (long) repeated + message.body().length);
    return repeated <= REPEATED_RAW ? message.body() : NO_BYTES;
  }
}
