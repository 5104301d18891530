package io.twinlane.redis;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.apache.flink.table.api.ValidationException;
import org.apache.flink.table.data.DecimalData;
import org.apache.flink.table.data.TimestampData;
import org.apache.flink.table.types.logical.LogicalType;

/**
 * A value as readers find it in Redis: numbers plain (no exponent, no trailing zeros), times ISO-8601 in UTC, booleans true and false.
 */
@FunctionalInterface
interface ValueText extends Serializable {
  String of(Object value);

  static ValueText of(String column, LogicalType type) {
    return switch (type.getTypeRoot()) {
      case CHAR, VARCHAR, BOOLEAN, TINYINT, SMALLINT, INTEGER, BIGINT -> Object::toString;
      case DECIMAL -> value -> plain(((DecimalData) value).toBigDecimal());
      case FLOAT, DOUBLE -> ValueText::floating;
      case DATE -> value -> LocalDate.ofEpochDay((int) value).toString();
      case TIME_WITHOUT_TIME_ZONE -> value -> LocalTime.ofNanoOfDay((int) value * 1_000_000L).toString();
      case TIMESTAMP_WITHOUT_TIME_ZONE -> value -> ((TimestampData) value).toLocalDateTime().toInstant(ZoneOffset.UTC).toString();
      case TIMESTAMP_WITH_LOCAL_TIME_ZONE -> value -> ((TimestampData) value).toInstant().toString();
      default -> throw new ValidationException("Cannot write column " + column + " of type " + type + " to Redis: allowed are STRING, "
          + "CHAR, BOOLEAN, integers, DECIMAL, FLOAT, DOUBLE, DATE, TIME, TIMESTAMP and TIMESTAMP_LTZ; cast it to one of these");
    };
  }

  private static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }

  /** The shortest text that reads back as the same number; NaN and Infinity as they are. */
  private static String floating(Object value) {
    return Double.isFinite(((Number) value).doubleValue()) ? plain(new BigDecimal(value.toString())) : value.toString();
  }
}
