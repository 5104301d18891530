package io.twinlane.local.batch;

/** One job of the batch lane that has ended: what it was about ({@code of}), and what it gave or why it failed. */
public record JobRun<T, R>(String job, T of, R result, Exception failure) {
  public boolean failed() {
    return failure != null;
  }

  /** What the job gave, or its failure thrown. */
  public R orThrow() throws Exception {
    if (failure != null) {
      throw failure;
    }
    return result;
  }
}
