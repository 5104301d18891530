package io.twinlane.jobs.operators;

import io.twinlane.normalize.MappingUse;
import io.twinlane.normalize.Normalizer;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.RuntimeContext;

/** How a source's mapping is used, as accumulators: Flink adds up those of all subtasks, and tells them while a job runs and at its end. */
public final class MappingCounters {
  private MappingCounters() {}

  static void register(RuntimeContext context, String source, Normalizer normalizer) {
    normalizer.counts().forEach((name, count) -> context.addAccumulator(prefix(source) + name, new KeptElsewhere(count)));
  }

  /** The use of a source's mapping out of all accumulators of a job, as longs or as texts of them; no rule at all where none is of it. */
  public static MappingUse of(String source, Map<String, ?> accumulators) {
    Map<String, Long> counts = new TreeMap<>();
    accumulators.forEach((name, count) -> {
      if (name.startsWith(prefix(source))) {
        counts.put(name.substring(prefix(source).length()), Long.valueOf(String.valueOf(count)));
      }
    });
    return MappingUse.of(counts);
  }

  private static String prefix(String source) {
    return source + " mapping ";
  }

  /** Looked up when Flink writes it down to send it, so that it costs a message nothing; what is sent is Flink's own counter. */
  private static final class KeptElsewhere extends LongCounter {
    private static final long serialVersionUID = 1L;

    private final transient LongSupplier count;

    KeptElsewhere(LongSupplier count) {
      this.count = count;
    }

    private Object writeReplace() {
      return new LongCounter(count.getAsLong());
    }
  }
}
