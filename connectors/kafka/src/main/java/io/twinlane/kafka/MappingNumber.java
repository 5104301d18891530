package io.twinlane.kafka;

import io.twinlane.normalize.MappingVersion;

/** The number in a row's mapping version: 2 of {@code ib/2}. Rows of one version follow each other, so the last answer is kept. */
final class MappingNumber {
  private String lastText = "";
  private long lastNumber;

  long of(String mappingVersion) {
    if (!mappingVersion.equals(lastText)) {
      lastNumber = MappingVersion.number(mappingVersion);
      lastText = mappingVersion;
    }
    return lastNumber;
  }
}
