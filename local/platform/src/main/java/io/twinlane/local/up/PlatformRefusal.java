package io.twinlane.local.up;

/** The platform cannot be started, stopped or reached, in one sentence that a person can act on. */
public final class PlatformRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public PlatformRefusal(String message) {
    super(message);
  }

  public PlatformRefusal(String message, Throwable cause) {
    super(message, cause);
  }
}
