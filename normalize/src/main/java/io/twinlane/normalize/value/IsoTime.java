package io.twinlane.normalize.value;

/** ISO 8601 times and dates to microseconds UTC, without objects in between. */
public final class IsoTime {
  /** The text is no time. */
  public static final long NO_TIME = Long.MIN_VALUE;
  /** The text is a time with digits below the microsecond. */
  public static final long TOO_PRECISE = Long.MIN_VALUE + 1;
  /** The first microsecond of the year 2200: where a time is no longer believed. */
  public static final long LIMIT = days(2200, 1, 1) * 86_400_000_000L;
  private static final int[] MONTH_DAYS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

  private IsoTime() {}

  /** Microseconds of {@code 2026-11-22T09:30:00[.123456](Z|+01:00)}; a zone is needed. */
  public static long micros(String text) {
    long date = text.length() >= 20 ? dateMicros(text, 10) : NO_TIME;
    int hour = number(text, 11, 13);
    int minute = number(text, 14, 16);
    int second = number(text, 17, 19);
    if (date == NO_TIME || text.charAt(10) != 'T' || text.charAt(13) != ':' || text.charAt(16) != ':' || !clock(hour, minute, second)) {
      return NO_TIME;
    }
    long micros = date + ((hour * 60L + minute) * 60L + second) * 1_000_000L;
    return text.charAt(19) == '.' ? withFraction(text, micros) : withZone(text, 19, micros);
  }

  /** Microseconds of the midnight UTC that a date {@code 2026-11-22} begins with. */
  public static long dateMicros(String text) {
    return text.length() == 10 ? dateMicros(text, 10) : NO_TIME;
  }

  private static long withFraction(String text, long micros) {
    int at = 20;
    long unit = 100_000;
    long sum = micros;
    boolean lost = false;
    for (; at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9'; at++, unit /= 10) {
      sum += unit * (text.charAt(at) - '0');
      lost |= unit == 0 && text.charAt(at) != '0';
    }
    long zoned = at == 20 ? NO_TIME : withZone(text, at, sum);
    return lost && zoned != NO_TIME ? TOO_PRECISE : zoned;
  }

  private static long withZone(String text, int at, long micros) {
    if (at + 1 == text.length() && text.charAt(at) == 'Z') {
      return micros;
    }
    if (at + 6 != text.length() || text.charAt(at + 3) != ':' || (text.charAt(at) != '+' && text.charAt(at) != '-')) {
      return NO_TIME;
    }
    int hour = number(text, at + 1, at + 3);
    int minute = number(text, at + 4, at + 6);
    if (!clock(hour, minute, 0) || hour > 18) {
      return NO_TIME;
    }
    long offset = (hour * 60L + minute) * 60_000_000L;
    return text.charAt(at) == '+' ? micros - offset : micros + offset;
  }

  private static boolean clock(int hour, int minute, int second) {
    return hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60;
  }

  private static long dateMicros(String text, int end) {
    int year = number(text, 0, 4);
    int month = number(text, 5, 7);
    int day = number(text, 8, end);
    if (text.charAt(4) != '-' || text.charAt(7) != '-' || year < 0 || month < 1 || month > 12 || day < 1 || day > length(year, month)) {
      return NO_TIME;
    }
    return days(year, month, day) * 86_400_000_000L;
  }

  private static int length(int year, int month) {
    boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return month == 2 && leap ? 29 : MONTH_DAYS[month - 1];
  }

  /** Days since 1970-01-01 of a Gregorian date, by counting the year from March so that the leap day comes last. */
  private static long days(int year, int month, int day) {
    long y = month <= 2 ? year - 1L : year;
    long era = Math.floorDiv(y, 400);
    long yearOfEra = y - era * 400;
    long dayOfYear = (153L * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468;
  }

  private static int number(String text, int from, int to) {
    int value = 0;
    for (int at = from; at < to; at++) {
      char c = at < text.length() ? text.charAt(at) : ' ';
      if (c < '0' || c > '9') {
        return -1;
      }
      value = value * 10 + c - '0';
    }
    return value;
  }
}
