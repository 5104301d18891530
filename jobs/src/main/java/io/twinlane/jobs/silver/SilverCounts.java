package io.twinlane.jobs.silver;

import io.twinlane.catalog.Source;
import io.twinlane.jobs.operators.MappingCounters;
import io.twinlane.normalize.MappingUse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.JobExecutionResult;

/** What a run of silver-&lt;category&gt; made of each source's messages; by source. */
public record SilverCounts(Map<String, OfSource> bySource) {

  /**
   * One source's messages: {@code messages} were read; of these, as far as they belong to the category, each is counted once. Summed over
   * the source's categories, withRows + unqualified + dropped is messages when nothing is lost. {@code rows} are what they gave: one message
   * may give many. {@code use} is of the whole mapping, other categories' rules with it.
   */
  public record OfSource(
      long messages, long withRows, long unqualified, long dropped, long rows, Map<String, Long> unqualifiedByReason, MappingUse use) {

    public long accounted() {
      return withRows + unqualified + dropped;
    }

    /** Adds another category's counts of the same source; each of them has read the same messages, and used the whole mapping. */
    public OfSource plus(OfSource other) {
      Map<String, Long> reasons = new TreeMap<>(unqualifiedByReason);
      other.unqualifiedByReason.forEach((reason, count) -> reasons.merge(reason, count, Long::sum));
      return new OfSource(Math.max(messages, other.messages), withRows + other.withRows, unqualified + other.unqualified,
          dropped + other.dropped, rows + other.rows, reasons, use);
    }
  }

  static SilverCounts of(List<Source> sources, JobExecutionResult result) {
    Map<String, Object> counters = result.getAllAccumulatorResults();
    Map<String, OfSource> bySource = new TreeMap<>();
    sources.forEach(source -> bySource.put(source.name(), of(source.name(), counters)));
    return new SilverCounts(bySource);
  }

  private static OfSource of(String source, Map<String, Object> counters) {
    Map<String, Long> reasons = new TreeMap<>();
    String prefix = reason(source, "");
    counters.forEach((name, count) -> {
      if (name.startsWith(prefix)) {
        reasons.put(name.substring(prefix.length()), (Long) count);
      }
    });
    return new OfSource(count(counters, messages(source)), count(counters, outcome(source, Outcomes.ROWS)),
        count(counters, outcome(source, Outcomes.UNQUALIFIED)), count(counters, outcome(source, Outcomes.DROPPED)),
        count(counters, rows(source)), reasons, MappingCounters.of(source, counters));
  }

  private static long count(Map<String, Object> counters, String name) {
    return (Long) counters.getOrDefault(name, 0L);
  }

  static String messages(String source) {
    return source + " messages";
  }

  static String rows(String source) {
    return source + " rows";
  }

  static String outcome(String source, int outcome) {
    return source + " outcome " + outcome;
  }

  static String reason(String source, String reason) {
    return source + " reason " + reason;
  }
}
