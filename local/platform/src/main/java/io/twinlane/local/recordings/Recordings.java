package io.twinlane.local.recordings;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.ReadableFile;
import io.twinlane.catalog.Source;
import io.twinlane.catalog.derive.KafkaTopics;
import io.twinlane.kafka.replay.MaxGap;
import io.twinlane.kafka.replay.Playback;
import io.twinlane.normalize.Survey;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Looks through recordings before anything starts: what cannot be played is a problem, what a person may not expect a note. Those of one
 * source stand in the order of their file names, however they were given.
 */
public final class Recordings {
  private static final Comparator<RecordingFile> BY_NAME =
      Comparator.comparing((RecordingFile file) -> file.path().getFileName().toString()).thenComparing(RecordingFile::path);

  private final Catalog catalog;
  private final MaxGap maxGap;
  private final List<String> problems;
  private final Instant now = Instant.now();
  private final Map<Source, List<RecordingFile>> files = new LinkedHashMap<>();
  private final List<String> warnings = new ArrayList<>();

  public Recordings(Catalog catalog, MaxGap maxGap, List<String> problems) {
    this.catalog = catalog;
    this.maxGap = maxGap;
    this.problems = problems;
  }

  /** Reads a recording to its end. */
  public void add(Source source, Path file) {
    ReadableFile.problem(file).ifPresentOrElse(objection -> problems.add("Cannot play " + file + ": " + objection), () -> read(source, file));
  }

  private void read(Source source, Path file) {
    Likeness likeness = new Likeness(catalog, source);
    int largest = Playback.largestMessage(KafkaTopics.maxRawBytes(catalog.platform()));
    try {
      Survey survey = Survey.of(file, now, maxGap.micros(), largest, likeness::see);
      survey.tooLarge().forEach(cause -> problems.add("Cannot play " + file + ": " + cause));
      if (survey.messages() == 0 && survey.tooLarge().isEmpty()) {
        problems.add("Cannot play " + file + ": it holds no message");
      }
      likeness.warning(file).ifPresent(warnings::add);
      files.computeIfAbsent(source, unused -> new ArrayList<>()).add(new RecordingFile(source, file, now, survey));
    } catch (IOException e) {
      problems.add("Cannot play " + file + ": it cannot be read (" + e.getMessage() + ")");
    }
  }

  /** What can be played, by source. */
  public Map<Source, List<RecordingFile>> bySource() {
    Map<Source, List<RecordingFile>> sorted = new LinkedHashMap<>();
    files.forEach((source, ofSource) -> sorted.put(source, ofSource.stream().sorted(BY_NAME).toList()));
    return sorted;
  }

  /** Recordings that do not look like their source. */
  public List<String> warnings() {
    return List.copyOf(warnings);
  }

  /** How recordings without receive times are played, which no clock can tell. */
  public List<String> notes() {
    List<String> notes = new ArrayList<>();
    bySource().forEach((source, all) -> {
      List<String> untimed = all.stream().filter(RecordingFile::untimed).map(file -> file.path().toString()).toList();
      if (!untimed.isEmpty()) {
        notes.add("no receive times in " + String.join(", ", untimed) + ": played without pauses"
            + (untimed.size() > 1 ? ", in the order of the file names" : "")
            + (untimed.size() < all.size() ? ", after the other recordings of " + source.name() : ""));
      }
    });
    return notes;
  }
}
