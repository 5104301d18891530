package io.twinlane.normalize;

/**
 * Hands on what a message gives, and knows when what follows is at work: a failure of a store or of a later operator is none of the
 * message's and must stop the job. Numbers the row that a failure leaves behind.
 */
final class HandedOn implements NormalizeOutput {
  private NormalizeOutput output;
  private boolean outside;
  private int nextRow;

  void begin(NormalizeOutput to) {
    output = to;
    outside = false;
    nextRow = 0;
  }

  /** Whether the output itself is at work, or failed. */
  boolean outside() {
    return outside;
  }

  /** The row index behind all that was handed on. */
  int nextRow() {
    return nextRow;
  }

  @Override
  public void row(CategoryRow row) {
    outside = true;
    output.row(row);
    outside = false;
    nextRow = row.rowIndex + 1;
  }

  @Override
  public void update(Update update) {
    outside = true;
    output.update(update);
    outside = false;
    nextRow = update.row().rowIndex + 1;
  }

  @Override
  public void unqualified(UnqualifiedRow row) {
    outside = true;
    output.unqualified(row);
    outside = false;
    nextRow = row.rowIndex() + 1;
  }

  @Override
  public void dropped(DroppedMessage message) {
    outside = true;
    output.dropped(message);
    outside = false;
  }
}
