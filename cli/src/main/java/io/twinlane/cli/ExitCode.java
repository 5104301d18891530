package io.twinlane.cli;

/** What the command's exit codes mean. */
final class ExitCode {
  /** Done. */
  static final int DONE = 0;
  /** Ran, and the answer is no: a check failed, nothing runs. */
  static final int NO = 1;
  /** Could not run. */
  static final int COULD_NOT_RUN = 2;

  private ExitCode() {
  }
}
