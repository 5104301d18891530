package io.twinlane.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.Callable;

/** Seconds of CPU that some work took, in this process and in a store's, and how long it lasted. */
record CpuTime(double own, double store, double wall) {
  private static final OperatingSystemMXBean SYSTEM = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private static final double NANOS = 1e9;

  double all() {
    return own + store;
  }

  /** Does the work; {@code storePid} is the process of the store that it goes to. */
  static CpuTime of(long storePid, Callable<?> work) throws Exception {
    long began = System.nanoTime();
    long own = SYSTEM.getProcessCpuTime();
    double store = seconds(storePid);
    work.call();
    return new CpuTime((SYSTEM.getProcessCpuTime() - own) / NANOS, seconds(storePid) - store, (System.nanoTime() - began) / NANOS);
  }

  private static double seconds(long pid) {
    return ProcessHandle.of(pid).flatMap(process -> process.info().totalCpuDuration()).orElseThrow().toNanos() / NANOS;
  }
}
