package io.twinlane.kafka.replay;

/** How fast recordings are played: {@code times} faster than recorded, 0 for as fast as Kafka takes them. */
public record Speed(int times) {
  public static final String ALLOWED = "recorded, max, or a number of times such as 10x";
  public static final Speed AS_RECORDED = new Speed(1);
  public static final Speed FLAT_OUT = new Speed(0);

  public Speed {
    if (times < 0) {
      throw new IllegalArgumentException("Cannot play " + times + " times faster: allowed are " + ALLOWED);
    }
  }

  public static Speed timesFaster(int times) {
    return new Speed(times);
  }

  /** The speed that a text names: one of {@link #ALLOWED}. */
  public static Speed parse(String text) {
    if (text.equals("recorded")) {
      return AS_RECORDED;
    }
    if (text.equals("max")) {
      return FLAT_OUT;
    }
    if (text.matches("[1-9]\\d{0,6}x")) {
      return timesFaster(Integer.parseInt(text.substring(0, text.length() - 1)));
    }
    throw new IllegalArgumentException("Cannot play at speed '" + text + "': it must be " + ALLOWED + ".");
  }

  /** Whether anything waits for recorded time at all. */
  boolean waits() {
    return times != 0;
  }

  /** How long after the start something is played that was recorded so long after the first message. */
  long played(long recordedMicros) {
    return times == 0 ? 0 : recordedMicros / times;
  }

  @Override
  public String toString() {
    return times == 0 ? "max" : times == 1 ? "recorded" : times + "x";
  }
}
