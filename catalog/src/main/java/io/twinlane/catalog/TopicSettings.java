package io.twinlane.catalog;

import java.io.Serializable;
import java.time.Duration;

/**
 * What the catalog says of a topic: into how many partitions it is parted for good, how long it keeps records, on how many brokers each is
 * kept, and how many of these must have a record before its writer is told that it is there.
 */
public record TopicSettings(int partitions, Duration retention, int replication, int minInSyncReplicas) implements Serializable {
  /** A topic for one broker. */
  public static TopicSettings onOneBroker(int partitions, Duration retention) {
    return new TopicSettings(partitions, retention, 1, 1);
  }

  /** The same with so many replicas at most: more than there are brokers are refused, and a writer would wait for them for ever. */
  public TopicSettings withReplicasUpTo(int most) {
    return new TopicSettings(partitions, retention, Math.min(replication, most), Math.min(minInSyncReplicas, most));
  }
}
