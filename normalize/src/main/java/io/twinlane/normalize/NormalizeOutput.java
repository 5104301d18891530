package io.twinlane.normalize;

/** Where the normalize function puts what a raw message gave. */
public interface NormalizeOutput {
  void row(CategoryRow row);

  /** A delta that must be merged per key, in origin order, before it is a row. */
  void update(Update update);

  void unqualified(UnqualifiedRow row);

  void dropped(DroppedMessage message);

  /** Tells what the function itself stumbled over, for a log and a count; the message's INTERNAL_ERROR row comes apart from it. */
  default void stumbled(RawMessage message, Throwable cause) {}
}
