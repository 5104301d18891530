package io.twinlane.redis;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds keys that Redis should have and has not, by asking for them: some every second, in turn, and all at once when the connection is a new
 * one or everything that was asked for is gone. So it sees a Redis that came back empty or as a replica that lags, FLUSHALL, and single keys
 * that were evicted or deleted by hand, without a key of its own and without a right to ask the server who it is. Runs on the task's thread.
 */
final class LostKeys {
  static final int AT_ONCE = 500;
  private static final Logger LOG = LoggerFactory.getLogger(LostKeys.class);

  private final KeyMemory memory;
  private final RedisLink link;
  private final Posts posts;
  private final WriterMetrics metrics;
  private final Runnable send;
  private final Seldom seldom = new Seldom();
  private final Deque<String> toAsk = new ArrayDeque<>();
  private int connection;
  private boolean asking;
  private boolean all;

  /** {@code send} has waiting changes sent. */
  LostKeys(KeyMemory memory, RedisLink link, Posts posts, WriterMetrics metrics, Runnable send) {
    this.memory = memory;
    this.link = link;
    this.posts = posts;
    this.metrics = metrics;
    this.send = send;
  }

  /** Asks for some keys, unless an answer is awaited. */
  void look() {
    if (asking) {
      return;
    }
    if (connection != link.connections()) {
      connection = link.connections();
      askForAll();
    } else if (toAsk.isEmpty()) {
      toAsk.addAll(memory.writtenKeys());
    }
    ask();
  }

  private void askForAll() {
    toAsk.clear();
    toAsk.addAll(memory.writtenKeys());
    all = true;
  }

  private void ask() {
    List<String> keys = new ArrayList<>();
    while (keys.size() < AT_ONCE && !toAsk.isEmpty()) {
      keys.add(toAsk.poll());
    }
    if (keys.isEmpty()) {
      all = false;
      return;
    }
    asking = true;
    CompletionStage<?> unused = link.exist(keys).whenComplete((there, failure) -> posts.post(() -> answered(keys, there)));
  }

  /** {@code there} is null when Redis did not answer: all are asked for again over the next connection. */
  private void answered(List<String> keys, List<Boolean> there) {
    asking = false;
    if (there == null) {
      return;
    }
    int lost = writeAgain(keys, there);
    if (lost == keys.size() && !all) {
      askForAll();
    }
    if (all) {
      ask();
    }
  }

  private int writeAgain(List<String> keys, List<Boolean> there) {
    long now = System.currentTimeMillis();
    int lost = 0;
    for (int i = 0; i < keys.size(); i++) {
      if (!there.get(i) && memory.lost(keys.get(i), now)) {
        lost++;
      }
    }
    if (lost > 0) {
      metrics.rewritten(lost);
      if (seldom.now()) {
        LOG.warn("Redis at {} has lost {} of {} keys that were asked for, such as {}: they are written again", link, lost, keys.size(), keys.get(0));
      }
      send.run();
    }
    return lost;
  }
}
