package io.twinlane.kafka.replay;

/** A replay that stopped: its message names the recording and the line that could not be read or sent. */
final class ReplayFailed extends RuntimeException {
  public ReplayFailed(String message, Throwable cause) {
    super(message, cause);
  }
}
