package io.twinlane.proof.parity;

import java.util.List;

/**
 * How far two lanes agree; {@code findings} shows the first differing rows. {@code older} streaming rows rest on an older version of the
 * mapping than the batch lane's, and were not compared: a repair run replaces them. {@code range} is what could be compared at all.
 */
public record ParityResult(
    long compared, long onlyLive, long onlySilver, long different, long older, ComparedRange range, List<String> findings) {
  /** Nothing was there to compare. */
  public static final ParityResult NOTHING = new ParityResult(0, 0, 0, 0, 0, ComparedRange.NONE, List.of());

  /** Whether neither side held any row: then nothing is proven. */
  public boolean empty() {
    return compared == 0 && onlyLive == 0 && onlySilver == 0 && older == 0;
  }

  public boolean holds() {
    return onlyLive == 0 && onlySilver == 0 && different == 0;
  }
}
