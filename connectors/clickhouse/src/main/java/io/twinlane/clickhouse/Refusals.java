package io.twinlane.clickhouse;

import java.util.ArrayList;
import java.util.List;

/** The rows of one batch that cannot be stored, each with the reason. */
final class Refusals<T> {
  /** A row and why it is not stored. */
  record Refusal<T>(T row, String why) {}

  private final List<Refusal<T>> all = new ArrayList<>();
  private Exception byServer;

  /** The row does not fit its columns: whatever the table is like, it is at fault. */
  void addMisfit(T row, Exception cause) {
    all.add(new Refusal<>(row, Answers.reason(cause)));
  }

  void addRefused(T row, Exception cause) {
    all.add(new Refusal<>(row, Answers.reason(cause)));
    byServer = cause;
  }

  List<Refusal<T>> all() {
    return all;
  }

  /** The last refusal by the server; null when there was none. */
  Exception byServer() {
    return byServer;
  }
}
