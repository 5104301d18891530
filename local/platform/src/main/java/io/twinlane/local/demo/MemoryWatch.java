package io.twinlane.local.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** Samples the resident memory of this process and all its descendants once a second, and keeps the peak. Linux only: else it says 0. */
final class MemoryWatch implements AutoCloseable {
  private static final long KILOBYTES_IN_MEGABYTE = 1024;

  private final AtomicLong peak = new AtomicLong();
  private final Thread thread = new Thread(this::watch, "memory-watch");

  MemoryWatch() {
    thread.setDaemon(true);
    thread.start();
  }

  /** Highest sum seen, in megabytes. */
  long peakMegabytes() {
    sample();
    return peak.get() / KILOBYTES_IN_MEGABYTE;
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
    long sum = Stream.concat(Stream.of(self), self.descendants()).mapToLong(process -> residentKilobytes(process.pid())).sum();
    peak.accumulateAndGet(sum, Math::max);
  }

  private static long residentKilobytes(long pid) {
    try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
      return lines.filter(line -> line.startsWith("VmRSS:")).mapToLong(line -> Long.parseLong(line.replaceAll("\\D", ""))).findFirst()
          .orElse(0);
    } catch (IOException | UncheckedIOException e) {
      return 0; // the process has just ended, or the system has no /proc
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
