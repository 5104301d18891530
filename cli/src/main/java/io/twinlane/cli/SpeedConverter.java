package io.twinlane.cli;

import io.twinlane.kafka.replay.Speed;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the option that says how fast a recording is played. */
final class SpeedConverter implements ITypeConverter<Speed> {
  @Override
  public Speed convert(String text) {
    try {
      return Speed.parse(text);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }
}
