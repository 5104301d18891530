package io.twinlane.catalog;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A pattern of column names, in which * stands for any text. */
public final class ColumnPattern {
  private ColumnPattern() {}

  public static boolean matches(String pattern, String column) {
    return Pattern.matches(Arrays.stream(pattern.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")), column);
  }
}
