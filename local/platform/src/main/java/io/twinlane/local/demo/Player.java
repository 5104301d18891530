package io.twinlane.local.demo;

import io.twinlane.catalog.Source;
import io.twinlane.kafka.KafkaConnection;
import io.twinlane.kafka.replay.Replay;
import io.twinlane.kafka.replay.ReplayCounts;
import io.twinlane.kafka.replay.Speed;
import io.twinlane.kafka.replay.Track;
import io.twinlane.local.terminal.Progress;
import io.twinlane.normalize.KeyOf;
import io.twinlane.normalize.Recording;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Plays recordings into the raw topics of their sources, each keyed as its source says. */
public final class Player {
  private final KafkaConnection kafka;
  private final int maxRecordBytes;

  public Player(KafkaConnection kafka, int maxRecordBytes) {
    this.kafka = kafka;
    this.maxRecordBytes = maxRecordBytes;
  }

  /** Returns when Kafka has acknowledged every message. */
  public ReplayCounts play(Map<Source, List<Path>> recordings, Speed speed, Progress progress) throws IOException {
    List<Recording> open = new ArrayList<>();
    try (Progress.Step step = progress.begin("Playing recordings " + (speed.equals(Speed.AS_RECORDED) ? "as recorded" : "at " + speed))) {
      List<Track> tracks = new ArrayList<>();
      for (Map.Entry<Source, List<Path>> entry : recordings.entrySet()) {
        for (Path file : entry.getValue()) {
          Recording recording = Recording.open(file);
          open.add(recording);
          tracks.add(track(entry.getKey(), file, recording));
        }
      }
      ReplayCounts counts = new Replay(kafka, speed).play(tracks, (sent, total) -> step.at(progressText(sent, total)));
      step.done(String.format(Locale.ROOT, "%,d messages played into %d raw topics", counts.total(), counts.byTopic().size()));
      return counts;
    } finally {
      for (Recording recording : open) {
        recording.close();
      }
    }
  }

  private Track track(Source source, Path file, Recording recording) {
    KeyOf key = new KeyOf(source, maxRecordBytes);
    return new Track(file.toString(), source.rawTopic(), recording::next, key::keyOf, count(file));
  }

  private static String progressText(long sent, long total) {
    return total == Track.UNKNOWN
        ? String.format(Locale.ROOT, "%,d messages", sent)
        : String.format(Locale.ROOT, "%,d of %,d messages", sent, total);
  }

  /** How many messages a recording holds, for the progress alone. */
  private static long count(Path file) {
    try (Recording recording = Recording.open(file)) {
      long count = 0;
      while (recording.next() != null) {
        count++;
      }
      return count;
    } catch (IOException e) {
      return Track.UNKNOWN; // playing it will say what is wrong with it
    }
  }
}
