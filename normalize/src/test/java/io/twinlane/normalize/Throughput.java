package io.twinlane.normalize;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;

/**
 * Measures normalize, and merge where a source has it, on the sample messages by the CPU time of its one thread: run its main, it is no
 * test.
 */
final class Throughput {
  private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();
  private static final int ROUND_MESSAGES = 400_000;

  private Throughput() {}

  public static void main(String[] sources) {
    for (String name : sources) {
      SourceUnderTest subject = new SourceUnderTest(name);
      List<RawMessage> messages = SampleMessages.of(subject.source);
      for (int round = 0; round < 6; round++) {
        measure(name, subject, messages);
      }
    }
  }

  private static void measure(String name, SourceUnderTest subject, List<RawMessage> messages) {
    long rows = 0;
    long bytes = 0;
    int sent = 0;
    long start = CPU.getCurrentThreadCpuTime();
    while (sent < ROUND_MESSAGES) {
      for (RawMessage message : messages) {
        subject.send(message);
        bytes += message.body().length;
        sent++;
      }
      rows += subject.output.rows.size();
      subject.output.rows.clear();
      subject.output.updates.clear();
      subject.output.unqualified.clear();
      subject.output.dropped.clear();
    }
    double seconds = (CPU.getCurrentThreadCpuTime() - start) / 1e9;
    System.out.printf("%s: %,.0f messages/s, %,.0f rows/s, %,.0f MB/s%n", name, sent / seconds, rows / seconds, bytes / seconds / 1e6);
  }
}
