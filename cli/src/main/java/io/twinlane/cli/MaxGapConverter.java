package io.twinlane.cli;

import io.twinlane.kafka.replay.MaxGap;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the option that says how long a pause in recorded time may be. */
final class MaxGapConverter implements ITypeConverter<MaxGap> {
  @Override
  public MaxGap convert(String text) {
    try {
      return MaxGap.parse(text);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }
}
