package io.twinlane.proof.parity;

/** Which raw message a row came from, and which of its rows it is: the same in both lanes. */
public record Identity(String origin, long offset, int rowIndex) {
  /** Hundreds of thousands are held at once, of a handful of origins. */
  public Identity {
    origin = origin.intern();
  }

  @Override
  public String toString() {
    return origin + " offset " + offset + " row " + rowIndex;
  }
}
