package io.twinlane.normalize;

/** Where the normalize function puts what a raw message gave. */
public interface NormalizeOutput {
  void row(CategoryRow row);

  /** A delta that must be merged per key, in origin order, before it is a row. */
  void update(Update update);

  void unqualified(UnqualifiedRow row);

  void dropped(DroppedMessage message);
}
