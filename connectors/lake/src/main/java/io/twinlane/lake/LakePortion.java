package io.twinlane.lake;

import java.io.Serializable;
import java.util.List;
import org.apache.iceberg.expressions.Expression;
import org.apache.iceberg.expressions.Expressions;

/** The rows of some sources that reached the platform since a moment, in microseconds since 1970. */
public record LakePortion(List<String> sources, long since) implements Serializable {
  private static final long serialVersionUID = 1L;

  public LakePortion {
    sources = List.copyOf(sources);
  }

  /** Iceberg leaves out whole files with it, not rows: ask {@link #has} of each. */
  Expression files() {
    return Expressions.and(Expressions.greaterThanOrEqual("ingest_time", since), Expressions.in("source_system", sources));
  }

  public boolean has(String source, long ingestTime) {
    return ingestTime >= since && sources.contains(source);
  }
}
