package io.twinlane.redis;

/**
 * How often Redis refused a key in a row and when it is tried again: after 1 s, then twice as long each time.
 *
 * @param alone whether the key took the connection with it, so that it is sent with no other
 */
record KeyRefusals(int count, long againAt, boolean alone) {
  static final KeyRefusals NONE = new KeyRefusals(0, 0, false);

  private static final long FIRST_MS = 1_000;
  private static final long LONGEST_MS = 10_000;
  private static final long LONGEST_ALONE_MS = 60_000;

  /** One more; {@code breaking} when the connection broke over it. */
  KeyRefusals again(long now, boolean breaking) {
    boolean apart = alone || breaking;
    return new KeyRefusals(count + 1, now + Math.min(apart ? LONGEST_ALONE_MS : LONGEST_MS, FIRST_MS << Math.min(count, 10)), apart);
  }
}
