package io.twinlane.clickhouse;

/** Takes the rows that a table will never take, so that they are neither lost nor in the way. */
interface RefusedRowHandler<T> {
  /** Stores a refused row elsewhere, or otherwise; it is gone from the sender's hands when this returns. */
  void refused(T row, String why) throws InterruptedException;

  /**
   * Whether the table must have taken another row, as it is now, before one counts as refused. Else a table that somebody changed, and that
   * takes none any more, would empty a whole topic into here.
   */
  default boolean onlyBesideStored() {
    return true;
  }
}
