package io.twinlane.kafka.replay;

import io.twinlane.kafka.KafkaConnection;
import java.time.Duration;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Plays recordings into raw topics. All start together; each message is due at its distance from its own recording's first one, so delays
 * do not add up. Order within a recording is kept. The receive time that was recorded goes along in a header; a message without one follows
 * the one before it at once and counts as received when it is sent.
 */
public final class Replay {
  private static final long PROGRESS_MILLIS = 500;

  private final KafkaConnection kafka;
  private final Speed speed;

  public Replay(KafkaConnection kafka, Speed speed) {
    this.kafka = kafka;
    this.speed = speed;
  }

  /** Returns when every message is acknowledged by Kafka. Throws {@link ReplayFailed} at the first one that cannot be read or sent. */
  public ReplayCounts play(List<Track> tracks, Progress progress) {
    try (RawTopicWriter writer = new RawTopicWriter(kafka)) {
      tracks.forEach(track -> writer.prepare(track.topic()));
      long total = tracks.stream().anyMatch(t -> t.total() < 0) ? Track.UNKNOWN : tracks.stream().mapToLong(Track::total).sum();
      ScheduledExecutorService teller = teller();
      try {
        teller.scheduleAtFixedRate(() -> progress.at(writer.acknowledged(), total), 0, PROGRESS_MILLIS, TimeUnit.MILLISECONDS);
        ReplayCounts counts = play(tracks, writer);
        progress.at(counts.total(), total);
        return counts;
      } finally {
        teller.shutdownNow();
      }
    }
  }

  private ReplayCounts play(List<Track> tracks, RawTopicWriter writer) {
    PriorityQueue<Voice> voices = new PriorityQueue<>();
    tracks.stream().map(track -> new Voice(track, speed)).filter(Voice::advance).forEach(voices::add);
    long start = System.nanoTime();
    while (!voices.isEmpty()) {
      Voice voice = voices.poll();
      waitUntil(start + TimeUnit.MICROSECONDS.toNanos(voice.dueMicros()));
      writer.send(voice.track(), voice.message());
      if (voice.advance()) {
        voices.add(voice);
      }
    }
    return new ReplayCounts(writer.finish(), Duration.ofNanos(System.nanoTime() - start));
  }

  private static void waitUntil(long nanoTime) {
    for (long left = nanoTime - System.nanoTime(); left > 0; left = nanoTime - System.nanoTime()) {
      LockSupport.parkNanos(left);
      if (Thread.currentThread().isInterrupted()) {
        throw new ReplayFailed("Cannot go on with the replay: interrupted", null);
      }
    }
  }

  private static ScheduledExecutorService teller() {
    return Executors.newSingleThreadScheduledExecutor(task -> {
      Thread thread = new Thread(task, "replay-progress");
      thread.setDaemon(true);
      return thread;
    });
  }
}
