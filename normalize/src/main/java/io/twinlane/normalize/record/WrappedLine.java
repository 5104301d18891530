package io.twinlane.normalize.record;

import io.twinlane.normalize.Recording.Recorded;
import io.twinlane.normalize.read.Kind;
import io.twinlane.normalize.read.Utf8;
import java.nio.charset.StandardCharsets;

/** A line of the form that carries a receive time beside its message, as it stands: an object with these two keys and no others. */
record WrappedLine(Kind receivedKind, String received, Kind messageKind, String message) {
  /** The message taken out of its line; null when the receive time, measured against {@code now}, or the message is not sound. */
  Recorded unwrap(long line, long now) {
    long micros = receivedKind == Kind.NULL ? 0 : ReceiveTime.micros(receivedKind, received);
    return messageSound() && ReceiveTime.inRange(micros, now)
        ? new Recorded(line, receivedKind == Kind.NULL ? null : (Long) micros, message.getBytes(StandardCharsets.UTF_8)) : null;
  }

  boolean messageSound() {
    return messageKind == Kind.STRING && !Utf8.hasHalfCharacter(message);
  }
}
