package io.twinlane.kafka;

/** The number in a row's mapping version: 2 of {@code ib/2}. Rows of one version follow each other, so the last answer is kept. */
final class MappingNumber {
  private String lastText = "";
  private long lastNumber;

  /** What is no version in our form counts as the oldest, 0. */
  long of(String mappingVersion) {
    if (!mappingVersion.equals(lastText)) {
      lastNumber = parse(mappingVersion.substring(mappingVersion.lastIndexOf('/') + 1));
      lastText = mappingVersion;
    }
    return lastNumber;
  }

  private static long parse(String digits) {
    try {
      return Long.parseLong(digits);
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
