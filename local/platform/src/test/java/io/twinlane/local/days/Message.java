package io.twinlane.local.days;

import java.time.Instant;

/** One message of a source: its key in the raw topic (null: none), when it was received, its text, and what that means. */
record Message(String source, String key, Instant received, String text, Said said) {
  /** A message where it is in Kafka; {@code ingestTime} in microseconds. */
  record Sent(Message message, String origin, long offset, long ingestTime) {}
}
