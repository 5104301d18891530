package io.twinlane.proof.conservation;

import java.util.List;
import java.util.Map;

/** What became of a source's raw messages; {@code findings} names the first that are unaccounted for or accounted twice. */
public record SourceCount(
    long raw, long withRows, long unqualified, long drops, Map<String, Long> unqualifiedByReason, List<String> findings) {

  /** Whether there was no message, and nothing that came of one. */
  public boolean empty() {
    return raw == 0 && accounted() == 0 && findings.isEmpty();
  }

  public boolean conserved() {
    return findings.isEmpty() && raw == withRows + unqualified + drops;
  }

  public long accounted() {
    return withRows + unqualified + drops;
  }
}
