package io.twinlane.normalize;

/**
 * One message or record exactly as the source gave it. {@code origin} and {@code originOffset} name it for good; {@code receiveTime} is
 * when it was received from the source and {@code ingestTime} when it reached the platform (both microseconds UTC, the first from the
 * recording when a recording is replayed); {@code header} is the header line of a CSV file, or says what of a JSON file
 * this is (null: a file that could not be taken apart); null for live messages.
 */
public record RawMessage(String origin, long originOffset, long receiveTime, long ingestTime, byte[] body, String header) {
  /** A message without a body, such as a tombstone in a topic, is an empty one. */
  public RawMessage {
    body = body == null ? new byte[0] : body;
  }
}
