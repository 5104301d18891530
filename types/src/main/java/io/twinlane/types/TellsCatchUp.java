package io.twinlane.types;

/** An operator behind an input that tells through {@link CatchUp#MARKS} how far the input is since the start. */
public interface TellsCatchUp {
  /** Whether it does: an input that ends has nothing to tell. */
  boolean tells();
}
