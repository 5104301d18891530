package io.twinlane.kafka.replay;

import io.twinlane.kafka.KafkaConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/**
 * Plays recordings into raw topics: those of one topic merged by receive time into one sequence, which no speed changes; different topics
 * side by side at their real distance in time, pauses shortened to a limit. Each message is due at its place on that one timeline, so delays
 * do not add up. The receive time that was recorded goes along in a header; a message without one follows the one before it at once and
 * counts as received when it is sent. Recordings without any times come after the others of their topic, in the order given.
 */
public final class Playback {
  /** Bytes that a record may have beside its message: key, headers, what holds a batch together, and what packing adds at worst. */
  private static final int ROOM_FOR_RECORD = 16 << 10;

  private final KafkaConfig kafka;
  private final Speed speed;
  private final MaxGap maxGap;

  public Playback(KafkaConfig kafka, Speed speed, MaxGap maxGap) {
    this.kafka = kafka;
    this.speed = speed;
    this.maxGap = maxGap;
  }

  /** Bytes that a message may have which goes into a topic with this limit. */
  public static int largestMessage(int topicLimit) {
    return Math.min(topicLimit, KafkaConfig.MAX_BYTES) - ROOM_FOR_RECORD;
  }

  /** Returns when every message is acknowledged by Kafka. Throws {@link ReplayFailed} at the first one that cannot be read or sent. */
  public ReplayCounts play(List<Track> tracks, ReplayProgress progress) {
    Timeline timeline = timeline(tracks);
    List<Sequence> sequences = sequences(tracks, timeline);
    try (RawTopicWriter writer = new RawTopicWriter(kafka)) {
      tracks.stream().map(Track::topic).distinct().forEach(writer::prepare);
      PriorityQueue<Sequence> waiting = new PriorityQueue<>();
      sequences.stream().filter(Sequence::advance).forEach(waiting::add);
      long total = tracks.stream().mapToLong(Track::total).sum();
      long start = System.nanoTime();
      long end = start + TimeUnit.MICROSECONDS.toNanos(speed.played(timeline.length()));
      try (Teller teller = Teller.start(() -> progress.at(writer.acknowledged().total(), total, until(end)))) {
        play(waiting, writer, start);
      }
      progress.at(writer.acknowledged().total(), total, Duration.ZERO);
      return new ReplayCounts(writer.acknowledged().counts(), writer.acknowledged().offsets(),
          speed.waits() ? timeline.shortened() : Shortened.NOTHING, Duration.ofNanos(System.nanoTime() - start));
    } finally {
      sequences.forEach(Sequence::close);
    }
  }

  private void play(PriorityQueue<Sequence> waiting, RawTopicWriter writer, long start) {
    while (!waiting.isEmpty()) {
      Sequence next = waiting.poll();
      waitUntil(start + TimeUnit.MICROSECONDS.toNanos(speed.played(next.place())));
      writer.send(next.track(), next.message());
      if (next.advance()) {
        waiting.add(next);
      }
    }
    writer.finish();
  }

  private Timeline timeline(List<Track> tracks) {
    return Timeline.of(tracks.stream().map(Track::times).toList(), maxGap);
  }

  private static List<Sequence> sequences(List<Track> tracks, Timeline timeline) {
    Map<String, List<Track>> byTopic =
        tracks.stream().collect(Collectors.groupingBy(Track::topic, LinkedHashMap::new, Collectors.toCollection(ArrayList::new)));
    return byTopic.values().stream().map(ofTopic -> new Sequence(ofTopic, timeline)).toList();
  }

  private static Duration until(long nanoTime) {
    return Duration.ofNanos(Math.max(0, nanoTime - System.nanoTime()));
  }

  private static void waitUntil(long nanoTime) {
    for (long left = nanoTime - System.nanoTime(); left > 0; left = nanoTime - System.nanoTime()) {
      LockSupport.parkNanos(left);
      if (Thread.currentThread().isInterrupted()) {
        throw new ReplayFailed("Cannot go on with the replay: interrupted", null);
      }
    }
  }
}
