package io.twinlane.normalize;

import io.twinlane.normalize.value.Quote;

/**
 * The row that stands for what the platform itself could not do with a message. Its sentence names the kind of failure alone: Java leaves
 * out messages and places of failures that happen often, and both lanes must say the same. The log has the rest.
 */
public final class InternalErrorRow {
  private InternalErrorRow() {}

  static UnqualifiedRow ofMessage(String source, String version, RawMessage message, int rowIndex, Throwable cause) {
    return new UnqualifiedRow(source, null, Reasons.INTERNAL_ERROR, sentence("normalize the message", cause), null, null, message.body(),
        message.origin(), message.originOffset(), rowIndex, version, message.receiveTime(), message.ingestTime());
  }

  /** Of a delta, which does not carry its message: what the delta gave stands as the raw value, and the origin names the message. */
  public static UnqualifiedRow ofUpdate(Update update, Throwable cause) {
    CategoryRow row = update.row();
    return new UnqualifiedRow(row.sourceSystem, row.category, Reasons.INTERNAL_ERROR,
        sentence("merge the delta of " + Quote.cut(update.key(), Quote.RAW_LIMIT), cause), null, Quote.cut(row.toString(), Quote.RAW_LIMIT),
        new byte[0], row.origin, row.originOffset, row.rowIndex, row.mappingVersion, row.ingestTime, row.ingestTime);
  }

  private static String sentence(String what, Throwable cause) {
    return "Cannot " + what + ": the platform failed with " + cause.getClass().getSimpleName()
        + ", which is no fault of the source. The job's log says where";
  }
}
