package io.twinlane.normalize.record;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.twinlane.normalize.Recording.Recorded;
import io.twinlane.normalize.read.StrictJson;
import io.twinlane.normalize.read.Utf8;
import io.twinlane.normalize.value.IsoTime;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;

/** Recognises the line form that carries a receive time beside its message. */
public final class Wrapped {
  private static final int MAX_BYTES = 64 << 20;
  private static final int MAX_TIME_TEXT = 40;
  private static final DateTimeFormatter LENIENT = DateTimeFormatter.ISO_DATE_TIME;
  private final JsonFactory factory = StrictJson.factory(MAX_BYTES);

  /** The message within the line; null when the line is not of that form. */
  public Recorded read(long number, byte[] line) {
    if (line[0] != '{' && line[0] != ' ' && line[0] != '\t' || Utf8.firstInvalid(line) >= 0) {
      return null;
    }
    try (JsonParser parser = factory.createParser(line)) {
      return parser.nextToken() == JsonToken.START_OBJECT ? read(number, parser) : null;
    } catch (IOException | RuntimeException e) {
      return null;
    }
  }

  private static Recorded read(long number, JsonParser parser) throws IOException {
    long received = IsoTime.NO_TIME;
    boolean unsaid = false;
    String message = null;
    int keys = 0;
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName(), keys++) {
      JsonToken token = parser.nextToken();
      if (name.equals("received") && token.isScalarValue()) {
        unsaid = token == JsonToken.VALUE_NULL;
        received = unsaid ? 0 : micros(token, parser.getText());
      } else if (name.equals("message") && token == JsonToken.VALUE_STRING) {
        message = parser.getText();
      } else {
        return null;
      }
    }
    boolean sound = keys == 2 && message != null && received >= 0 && parser.nextToken() == null && !Utf8.hasHalfCharacter(message);
    return sound ? new Recorded(number, unsaid ? null : (Long) received, message.getBytes(StandardCharsets.UTF_8)) : null;
  }

  /** Microseconds of an ISO text or of epoch milliseconds, as a number or a text of digits; negative when it is neither. */
  private static long micros(JsonToken token, String text) {
    if (token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE || text.isEmpty() || text.length() > MAX_TIME_TEXT) {
      return IsoTime.NO_TIME;
    }
    boolean digits = token != JsonToken.VALUE_STRING || text.chars().allMatch(c -> c >= '0' && c <= '9');
    return digits ? ofMillis(new BigDecimal(text)) : ofIso(text);
  }

  private static long ofMillis(BigDecimal millis) {
    if (Math.abs((long) millis.scale()) > MAX_TIME_TEXT) {
      return IsoTime.NO_TIME;
    }
    BigDecimal micros = millis.movePointRight(3).setScale(0, RoundingMode.FLOOR);
    return micros.signum() >= 0 && micros.compareTo(BigDecimal.valueOf(IsoTime.LIMIT)) < 0 ? micros.longValue() : IsoTime.NO_TIME;
  }

  /** A clock of ours, not the source's word: digits below the microsecond are cut, and a time without zone is taken as UTC. */
  private static long ofIso(String text) {
    long micros = IsoTime.micros(text);
    if (micros >= 0) {
      return micros;
    }
    TemporalAccessor time = LENIENT.parseBest(text.replace(' ', 'T'), OffsetDateTime::from, LocalDateTime::from);
    Instant instant = time instanceof OffsetDateTime zoned ? zoned.toInstant() : ((LocalDateTime) time).toInstant(ZoneOffset.UTC);
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }
}
