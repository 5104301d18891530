package io.twinlane.kafka.replay;

import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Tells something twice a second, from a thread of its own, until closed. */
record Teller(ScheduledExecutorService thread) implements AutoCloseable {
  private static final long EVERY_MILLIS = 500;

  static Teller start(Runnable tell) {
    Teller teller = new Teller(Executors.newSingleThreadScheduledExecutor(task -> {
      Thread thread = new Thread(task, "replay-progress");
      thread.setDaemon(true);
      return thread;
    }));
    Future<?> unused = teller.thread.scheduleAtFixedRate(tell, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    return teller;
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
