package io.twinlane.kafka;

import io.twinlane.types.OnceAMinute;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts the records of a reader that cannot be decoded, and logs one of them a minute. */
final class UndecodableCount {
  /** Name of the counter, which {@code status} adds up. */
  static final String NAME = "undecodable";

  private static final Logger LOG = LoggerFactory.getLogger(UndecodableCount.class);

  private final Counter counter;
  private final OnceAMinute log = new OnceAMinute();

  UndecodableCount(MetricGroup metrics) {
    counter = metrics.counter(NAME);
  }

  void add(ConsumerRecord<?, ?> record, RuntimeException why) {
    counter.inc();
    if (log.due()) {
      LOG.warn("{}: {} is passed over; ingest keeps it as unqualified, UNDECODABLE ({} such since the start; at most one a minute is logged)",
          why.getMessage(), UndecodableRecord.place(record), counter.getCount());
    }
  }
}
