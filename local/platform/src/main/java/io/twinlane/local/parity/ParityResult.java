package io.twinlane.local.parity;

import java.util.List;

/** How far two lanes agree; {@code findings} shows the first differing rows. */
public record ParityResult(long compared, long onlyLive, long onlySilver, long different, List<String> findings) {
  public boolean holds() {
    return onlyLive == 0 && onlySilver == 0 && different == 0;
  }
}
