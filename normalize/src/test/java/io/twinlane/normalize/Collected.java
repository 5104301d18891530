package io.twinlane.normalize;

import java.util.ArrayList;
import java.util.List;

/** Keeps what the normalize function gave. */
class Collected implements NormalizeOutput {
  final List<CategoryRow> rows = new ArrayList<>();
  final List<Update> updates = new ArrayList<>();
  final List<UnqualifiedRow> unqualified = new ArrayList<>();
  final List<DroppedMessage> dropped = new ArrayList<>();

  @Override
  public void row(CategoryRow row) {
    rows.add(row);
  }

  @Override
  public void update(Update update) {
    updates.add(update);
  }

  @Override
  public void unqualified(UnqualifiedRow row) {
    unqualified.add(row);
  }

  @Override
  public void dropped(DroppedMessage message) {
    dropped.add(message);
  }
}
