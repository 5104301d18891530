package io.twinlane.normalize.program;

import java.util.List;

/** Parts of a mapping that may be left out: null reads as empty. */
final class Lists {
  private Lists() {}

  static <T> List<T> of(List<T> declared) {
    return declared == null ? List.of() : declared;
  }
}
