package io.twinlane.normalize.record;

import io.twinlane.catalog.Source;
import io.twinlane.normalize.RawMessage;
import io.twinlane.normalize.Reasons;
import io.twinlane.normalize.read.Kind;
import io.twinlane.normalize.value.Quote;
import java.util.List;

/**
 * Finds recorded lines that came into a raw topic as they stand, because their message could not be taken out of them: no mapping knows
 * them, so why is told here, from the message alone. A source whose own messages have a key {@code received} has no such lines.
 */
public final class StrayLine {
  /** Why a line could not be taken apart, in the words of an unqualified row. */
  public record Complaint(String reason, String sentence, String field, String rawValue) {}

  private static final String BEGINNING = "Cannot take the message out of its recorded line: ";
  private final Wrapped wrapped = new Wrapped();
  private final boolean own;
  private final int maxBytes;

  public StrayLine(Source source, int maxBytes) {
    this.maxBytes = maxBytes;
    own = source.columns().stream().anyMatch(column -> (column.path() == null || column.path().isEmpty()
        ? List.of(column.name()) : column.path()).get(0).equals("received"));
  }

  /** Null for a message that is no such line. */
  public Complaint complaint(RawMessage message) {
    WrappedLine line = own || message.body().length > maxBytes ? null : wrapped.read(message.body());
    return line == null ? null : complaint(line, message.ingestTime());
  }

  private static Complaint complaint(WrappedLine line, long ingestTime) {
    if (line.receivedKind() != Kind.NULL) {
      long micros = ReceiveTime.micros(line.receivedKind(), line.received());
      if (!ReceiveTime.inRange(micros, ingestTime)) {
        return new Complaint(Reasons.NOT_A_TIME, BEGINNING + "received " + Quote.of(line.receivedKind(), line.received())
            + (micros == ReceiveTime.UNREADABLE ? " is not a time" : " is out of range") + ". Allowed: " + ReceiveTime.ALLOWED,
            "received", line.received());
      }
    }
    if (line.messageKind() != Kind.STRING) {
      return new Complaint(Reasons.WRONG_TYPE, BEGINNING + "message is " + Quote.of(line.messageKind(), line.message())
          + ". Allowed: the raw message as one text", "message", line.message());
    }
    if (!line.messageSound()) {
      return new Complaint(Reasons.INVALID_UTF8, BEGINNING + "message holds half a character, which UTF-8 cannot carry", "message", null);
    }
    return new Complaint(Reasons.UNKNOWN_MESSAGE, "Cannot read the message: it is a line of a recording, its receive time around it. Allowed: "
        + "the message alone, as ./twinlane replay sends it", null, null);
  }
}
