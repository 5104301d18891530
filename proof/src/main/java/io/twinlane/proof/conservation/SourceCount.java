package io.twinlane.proof.conservation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What became of a source's raw messages; {@code findings} names the first that are unaccounted for or accounted twice. */
public record SourceCount(
    long raw, long withRows, long unqualified, long drops, Map<String, Long> unqualifiedByReason, List<String> findings) {

  /**
   * The count of a batch run, whose jobs count for themselves.
   *
   * @param raw how many messages the source's raw files held
   * @param silver what became of those that silver read from bronze
   */
  public static SourceCount ofBatch(String source, long raw, SourceCount silver) {
    List<String> findings = new ArrayList<>();
    if (silver.raw() != raw) {
      findings.add("bronze took " + raw + " records from the raw files of " + source + ", silver read " + silver.raw());
    }
    if (silver.accounted() != silver.raw()) {
      findings.add("silver accounts for " + silver.accounted() + " of " + silver.raw() + " messages of " + source);
    }
    return new SourceCount(raw, silver.withRows(), silver.unqualified(), silver.drops(), silver.unqualifiedByReason(), findings);
  }

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
