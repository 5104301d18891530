package io.twinlane.cli;

import io.twinlane.catalog.Amount;
import io.twinlane.kafka.replay.ReplayCounts;
import io.twinlane.local.RuleFigures;
import io.twinlane.local.recordings.Fate;
import io.twinlane.local.recordings.Recordings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a replay did and what became of its messages, or why that cannot be said, for a person and for a machine. */
record ReplayReport(Recordings recordings, ReplayCounts counts, Optional<Fate> fate, List<RuleFigures> mapping, String silence) {
  /** @param mapping how the running job has used its mapping, as far as it has told */
  static ReplayReport of(Recordings recordings, ReplayCounts counts, Fate fate, List<RuleFigures> mapping) {
    return new ReplayReport(recordings, counts, Optional.of(fate), mapping, null);
  }

  static ReplayReport of(Recordings recordings, ReplayCounts counts, String silence) {
    return new ReplayReport(recordings, counts, Optional.empty(), List.of(), silence);
  }

  /** Whether no message is known to be missing. */
  boolean ok() {
    return fate.isEmpty() || fate.get().unaccounted() == 0;
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    if (fate.isPresent()) {
      lines.add(fate.get().text());
      lines.addAll(fate.get().exampleLines());
      lines.addAll(mappingLines(fate.get().source()));
      return lines;
    }
    counts.byTopic().forEach((topic, count) -> lines.add(Amount.of(count, "message") + " in " + topic));
    lines.add("What became of them cannot be said: " + silence + ".");
    return lines;
  }

  /** A job tells its figures every ten seconds, so that they may be of before the replay: what has them later is named in any case. */
  private List<String> mappingLines(String source) {
    List<String> lines = new ArrayList<>();
    RuleFigures.lines(mapping).forEach(line -> lines.add("  since normalize-" + source + " began: " + line));
    lines.add("  What of the mapping is not used: ./twinlane status, ten seconds from now");
    return lines;
  }

  Map<String, Object> document() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("ok", ok());
    document.put("messages", counts.byTopic());
    document.put("seconds", counts.took().toMillis() / 1000.0);
    document.put("pauses_shortened", counts.shortened().pauses());
    document.put("seconds_left_out", counts.shortened().leftOut().toMillis() / 1000.0);
    document.put("warnings", recordings.warnings());
    document.put("notes", recordings.notes());
    document.put("became", fate.map(known -> Map.of(known.source(), known.document())).orElse(null));
    document.put("mapping_since_start", mapping);
    document.put("became_unknown", silence);
    return document;
  }
}
