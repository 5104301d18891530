package io.twinlane.clickhouse;

/** Takes the rows that a table will never take, so that they are neither lost nor in the way. */
interface RefusedRows<T> {
  void refused(T row, String why) throws InterruptedException;
}
