package io.twinlane.local.recordings;

import io.twinlane.catalog.Source;
import io.twinlane.normalize.Survey;
import java.nio.file.Path;
import java.time.Instant;

/** A recording that was looked through, at the time {@code now}, and can be played. */
public record RecordingFile(Source source, Path path, Instant now, Survey survey) {
  /** Whether it says of no message when it was received. */
  boolean untimed() {
    return survey.times().isEmpty();
  }
}
