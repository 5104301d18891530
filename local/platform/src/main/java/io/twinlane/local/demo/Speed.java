package io.twinlane.local.demo;

import java.math.BigDecimal;

/** How fast a recording is played: as recorded (factor 1), N times faster, or flat out (no factor). */
public record Speed(BigDecimal factor) {
  /** As recorded. */
  public static final Speed RECORDED = new Speed(BigDecimal.ONE);
  /** Flat out. */
  public static final Speed MAX = new Speed(null);

  /** Reads {@code recorded}, {@code max} or a number of times such as {@code 10x}. */
  public static Speed parse(String text) {
    return switch (text) {
      case "recorded" -> RECORDED;
      case "max" -> MAX;
      default -> times(text);
    };
  }

  public boolean max() {
    return factor == null;
  }

  /** The text that {@link #parse} reads. */
  @Override
  public String toString() {
    return max() ? "max" : factor.compareTo(BigDecimal.ONE) == 0 ? "recorded" : factor.toPlainString() + "x";
  }

  private static Speed times(String text) {
    String number = text.endsWith("x") ? text.substring(0, text.length() - 1) : text;
    if (!number.matches("\\d{1,6}(\\.\\d{1,3})?") || new BigDecimal(number).signum() == 0) {
      throw new IllegalArgumentException("Cannot play at speed '" + text + "': it must be recorded, max, or a number of times such as 10x.");
    }
    return new Speed(new BigDecimal(number));
  }
}
