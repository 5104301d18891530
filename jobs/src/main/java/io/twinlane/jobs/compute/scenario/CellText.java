package io.twinlane.jobs.compute.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import io.twinlane.catalog.Dtype;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;

/** Reads a value of a scenario's row. A number may stand as a number or as a text; nothing is rounded. */
final class CellText {
  private CellText() {}

  /** The value as rows carry it. Throws an exception that says what the text is not. */
  static Object read(Dtype dtype, JsonNode node) {
    String text = node.asText();
    return switch (dtype.kind()) {
      case STRING -> string(node);
      case TIMESTAMP -> micros(text);
      case INT64 -> whole(text);
      case BOOLEAN -> flag(text);
      case DECIMAL -> decimal(dtype, text);
    };
  }

  private static String string(JsonNode node) {
    if (!node.isTextual()) {
      throw new IllegalArgumentException("must be a text in quotes, not " + node);
    }
    return node.asText();
  }

  private static Long micros(String text) {
    try {
      Instant time = Instant.parse(text);
      if (time.get(ChronoField.NANO_OF_SECOND) % 1000 == 0) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time);
      }
    } catch (DateTimeException e) {
      // told below
    }
    throw new IllegalArgumentException(text + " is no time in UTC to the microsecond, such as 2026-11-22T09:30:00.000001Z");
  }

  private static Long whole(String text) {
    try {
      return Long.valueOf(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(text + " is no int64", e);
    }
  }

  private static Boolean flag(String text) {
    if (!text.equals("true") && !text.equals("false")) {
      throw new IllegalArgumentException(text + " is neither true nor false");
    }
    return Boolean.valueOf(text);
  }

  private static BigDecimal decimal(Dtype dtype, String text) {
    try {
      BigDecimal number = new BigDecimal(text).setScale(dtype.scale());
      if (number.precision() <= dtype.precision()) {
        return number;
      }
    } catch (ArithmeticException | NumberFormatException e) {
      // told below
    }
    throw new IllegalArgumentException(text + " is no " + dtype.text());
  }
}
