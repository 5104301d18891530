package io.twinlane.local.recordings;

import io.twinlane.catalog.Amount;
import io.twinlane.catalog.Source;
import io.twinlane.kafka.KafkaConfig;
import io.twinlane.kafka.replay.MaxGap;
import io.twinlane.kafka.replay.Playback;
import io.twinlane.kafka.replay.ReplayCounts;
import io.twinlane.kafka.replay.Shortened;
import io.twinlane.kafka.replay.Speed;
import io.twinlane.kafka.replay.Track;
import io.twinlane.local.terminal.Progress;
import io.twinlane.local.terminal.TimeText;
import io.twinlane.normalize.KeyOf;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Plays recordings into the raw topics of their sources, each keyed as its source says. */
public final class Player {
  private final KafkaConfig kafka;
  private final int maxRecordBytes;

  public Player(KafkaConfig kafka, int maxRecordBytes) {
    this.kafka = kafka;
    this.maxRecordBytes = maxRecordBytes;
  }

  /** Returns when Kafka has acknowledged every message. */
  public ReplayCounts play(Map<Source, List<RecordingFile>> recordings, Speed speed, MaxGap maxGap, Progress progress) {
    List<Track> tracks = new ArrayList<>();
    recordings.forEach((source, files) -> {
      KeyOf key = new KeyOf(source, maxRecordBytes);
      files.forEach(file -> tracks.add(Track.of(file.path(), file.now(), file.survey(), source.rawTopic(), key::keyOf)));
    });
    try (Progress.Step step = progress.begin("Playing recordings " + (speed.equals(Speed.AS_RECORDED) ? "as recorded" : "at " + speed))) {
      ReplayCounts counts =
          new Playback(kafka, speed, maxGap).play(tracks, (sent, total, left) -> step.at(progressText(sent, total, left)));
      step.done(Amount.of(counts.total(), "message") + " played into " + Amount.of(counts.byTopic().size(), "raw topic")
          + shortenedText(counts.shortened(), maxGap));
      return counts;
    }
  }

  private static String progressText(long sent, long total, Duration left) {
    return String.format(Locale.ROOT, "%,d of %,d messages", sent, total) + (left.isZero() ? "" : ", " + TimeText.of(left) + " left");
  }

  private static String shortenedText(Shortened shortened, MaxGap maxGap) {
    if (shortened.pauses() == 0) {
      return "";
    }
    return "; " + Amount.of(shortened.pauses(), "pause") + " shortened to " + TimeText.of(maxGap.limit()) + ": "
        + TimeText.of(shortened.leftOut()) + " left out";
  }
}
