package io.twinlane.lake;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The path of a landed file below its source's raw folder: {@code dt=2026-11-22/landed=18-07-52.123456/wstk.json}. The time of landing is
 * in the path, so it stays what it was when the lake is copied, and a second run over the file gives the same rows.
 */
record LandedPath(Instant landed, String name) {
  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu-MM-dd");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH-mm-ss.SSSSSS");
  private static final DateTimeFormatter BOTH =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH-mm-ss.SSSSSS").withResolverStyle(ResolverStyle.STRICT);
  private static final Pattern PATH = Pattern.compile("(?:.*/)?dt=([^/]+)/landed=([^/]+)/([^/]+)");

  LandedPath {
    landed = landed.truncatedTo(ChronoUnit.MICROS);
  }

  static LandedPath parse(String path) {
    Matcher matcher = PATH.matcher(path);
    if (!matcher.matches()) {
      throw unreadable(path, null);
    }
    try {
      LocalDateTime landed = LocalDateTime.parse(matcher.group(1) + " " + matcher.group(2), BOTH);
      return new LandedPath(landed.toInstant(ZoneOffset.UTC), matcher.group(3));
    } catch (DateTimeException e) {
      throw unreadable(path, e);
    }
  }

  private static IllegalArgumentException unreadable(String path, Exception cause) {
    return new IllegalArgumentException("Cannot read landed file " + path + ": its path does not say when it was landed. "
        + "Allowed: .../dt=<yyyy-MM-dd>/landed=<HH-mm-ss.SSSSSS>/<name>", cause);
  }

  /** Microseconds UTC. */
  long micros() {
    return Times.micros(landed);
  }

  @Override
  public String toString() {
    LocalDateTime utc = LocalDateTime.ofInstant(landed, ZoneOffset.UTC);
    return "dt=" + DATE.format(utc) + "/landed=" + TIME.format(utc) + "/" + name;
  }
}
