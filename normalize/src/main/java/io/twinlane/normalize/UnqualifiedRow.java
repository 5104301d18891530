package io.twinlane.normalize;

/**
 * A row or a whole message that could not go on, kept whole: why (reason code and sentence), which field and raw value, the raw message
 * itself and its origin. {@code category}, {@code field} and {@code rawValue} are null where the message did not get that far.
 */
public record UnqualifiedRow(
    String sourceSystem, String category, String reason, String explanation, String field, String rawValue, byte[] raw, String origin,
    long originOffset, int rowIndex, String mappingVersion, long receiveTime, long ingestTime) {}
