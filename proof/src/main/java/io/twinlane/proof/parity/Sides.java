package io.twinlane.proof.parity;

/** What is compared, as a sentence says where a row was: {@code only in the streaming lane}. */
public record Sides(String left, String right) {
  /** The two lanes. */
  public static final Sides LANES = new Sides("in the streaming lane", "in the batch lane");
  /** What was brought from silver into ClickHouse, and silver. */
  public static final Sides STORES = new Sides("in ClickHouse", "in silver");
}
