package io.twinlane.engines;

/** A job's unmodified {@code main}, called with its arguments. */
@FunctionalInterface
public interface JobMain {
  void run() throws Exception;
}
