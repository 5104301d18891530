package io.twinlane.catalog;

import java.io.Serializable;
import java.time.Duration;
import java.util.List;

/** One team's SQL query: its text, the columns that make its Redis key, in order, and how long a key lives. */
public record Computation(
    String team, String name, String description, List<String> keys, Duration ttl, List<String> inputs, List<OutputColumn> columns,
    String sql)
    implements Serializable {

  /** One column of the result, as Flink SQL types it: {@code symbol STRING}. */
  public record OutputColumn(String name, String type, String description) implements Serializable {}

  public String jobName() {
    return "compute-" + team + "-" + name;
  }

  /** What every Redis key of the computation begins with. */
  public String keyPrefix() {
    return team + ":" + name + ":";
  }
}
