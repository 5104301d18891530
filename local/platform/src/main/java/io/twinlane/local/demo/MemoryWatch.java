package io.twinlane.local.demo;

import io.twinlane.local.up.Memory;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** Samples the resident memory of this process and all its descendants once a second, and keeps the peak. */
final class MemoryWatch implements AutoCloseable {
  private final AtomicLong peak = new AtomicLong();
  private final Thread thread = new Thread(this::watch, "memory-watch");

  MemoryWatch() {
    thread.setDaemon(true);
    thread.start();
  }

  /** Highest sum seen, in megabytes. */
  long peakMegabytes() {
    sample();
    return peak.get();
  }

  private void watch() {
    while (!Thread.currentThread().isInterrupted()) {
      sample();
      try {
        Thread.sleep(1000);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private void sample() {
    ProcessHandle self = ProcessHandle.current();
    long sum = Stream.concat(Stream.of(self), self.descendants()).mapToLong(process -> Memory.megabytes(process.pid())).sum();
    peak.accumulateAndGet(sum, Math::max);
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
