package io.twinlane.jobs.operators;

import io.twinlane.types.OnceAMinute;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts what the platform itself stumbled over, and logs one of them a minute: a fault that every message meets must not fill a disk. */
final class InternalErrors {
  private static final Logger LOG = LoggerFactory.getLogger(InternalErrors.class);

  private final Counter counter;
  private final OnceAMinute log = new OnceAMinute();

  InternalErrors(MetricGroup metrics) {
    counter = metrics.counter("internal_errors");
  }

  /** {@code doing} ends the sentence "Cannot ...", such as: merge the delta raw.ib/0@7. */
  void add(String doing, Throwable cause) {
    counter.inc();
    if (log.due()) {
      LOG.error("Cannot {}: it is kept as unqualified, INTERNAL_ERROR ({} such since the start; at most one a minute is logged)", doing,
          counter.getCount(), cause);
    }
  }
}
