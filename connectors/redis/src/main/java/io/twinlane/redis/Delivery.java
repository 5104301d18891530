package io.twinlane.redis;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.apache.flink.util.concurrent.ExponentialBackoffRetryStrategy;
import org.apache.flink.util.concurrent.RetryStrategy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends waiting changes as soon as Redis has answered the ones before: at once when nothing is under way, else together. A key that Redis
 * refuses is set aside and tried again later, the others go on. When a connection breaks, what has no answer is sent again, one key first: a
 * key over which it breaks time and again is refused, too. Runs on the task's thread.
 */
final class Delivery {
  static final int MOST_CHANGES = 10_000;
  static final long MOST_BYTES = 4 << 20;
  private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);
  /** So often a connection may break over one key alone. */
  private static final int BREAKS = 3;
  private static final RetryStrategy AT_FIRST =
      new ExponentialBackoffRetryStrategy(Integer.MAX_VALUE, Duration.ofMillis(100), Duration.ofSeconds(5));

  private final KeySpace keys;
  private final KeyMemory memory;
  private final RedisLink link;
  private final Posts posts;
  private final WriterMetrics metrics;
  private final IngestTimes times;
  private final Seldom seldom = new Seldom();
  private int most = MOST_CHANGES;
  private int breaks;
  private RetryStrategy retry = AT_FIRST;
  private boolean busy;

  Delivery(KeySpace keys, KeyMemory memory, RedisLink link, Posts posts, WriterMetrics metrics) {
    this.keys = keys;
    this.memory = memory;
    this.link = link;
    this.posts = posts;
    this.metrics = metrics;
    this.times = new IngestTimes(metrics);
  }

  IngestTimes times() {
    return times;
  }

  /** Does nothing while an answer or the next try is awaited. */
  void send() {
    if (busy) {
      return;
    }
    Change alone = memory.takeAlone(System.currentTimeMillis());
    List<Change> batch = alone == null ? memory.take(most, MOST_BYTES) : List.of(alone);
    if (batch.isEmpty()) {
      return;
    }
    busy = true;
    if (memory.waiting() == 0) {
      times.sent();
    }
    CompletionStage<?> unused = link.send(batch).whenComplete((answers, failure) -> posts.post(() -> answered(batch, answers, failure)));
  }

  private void answered(List<Change> batch, RedisAnswers answers, Throwable failure) {
    if (failure != null) {
      memory.unanswered(batch);
      tryAgainLater(batch.size(), failure);
      return;
    }
    List<Change> unanswered = new ArrayList<>();
    Throwable cause = null;
    for (int i = 0; i < batch.size(); i++) {
      Throwable why = answers.failures().get(i);
      if (why != null && !RedisAnswers.refusal(why)) {
        unanswered.add(batch.get(i));
        cause = why;
      } else {
        settle(batch.get(i), why);
      }
    }
    if (unanswered.isEmpty()) {
      goOn();
    } else {
      broken(batch.size(), unanswered, cause);
    }
  }

  private void settle(Change change, Throwable refusal) {
    if (refusal == null) {
      memory.written(change);
      metrics.written(1);
    } else {
      refuse(change, refusal, RedisAnswers.breaking(refusal));
    }
  }

  private void goOn() {
    most = Math.min(MOST_CHANGES, 2 * most);
    breaks = 0;
    retry = AT_FIRST;
    times.visible();
    busy = false;
    send();
  }

  private void broken(int sent, List<Change> unanswered, Throwable cause) {
    Change first = unanswered.get(0);
    boolean overIt = sent == 1 && (first.refusals().alone() || !RedisAnswers.reply(cause) && ++breaks == BREAKS);
    if (overIt) {
      breaks = 0;
      refuse(first, cause, true);
    } else {
      memory.unanswered(unanswered);
    }
    most = 1;
    tryAgainLater(unanswered.size(), cause);
  }

  private void refuse(Change change, Throwable why, boolean breaking) {
    memory.refused(change, change.refusals().again(System.currentTimeMillis(), breaking));
    metrics.refused();
    if (seldom.now()) {
      LOG.warn("Cannot write {} to Redis at {}: {}. It is tried again, {} keys are refused now; the others go on", change.key(), link,
          why.toString(), memory.refused());
    }
  }

  private void tryAgainLater(int changes, Throwable failure) {
    long wait = retry.getRetryDelay().toMillis();
    retry = retry.getNextRetryStrategy();
    metrics.retried();
    LOG.warn("Cannot write {} keys {}* to Redis at {} (attempt {}): {}. Trying again in {} ms.", changes, keys.layout().prefix(), link,
        AT_FIRST.getNumRemainingRetries() - retry.getNumRemainingRetries(), RedisAnswers.unwrapped(failure).toString(), wait);
    posts.postIn(wait, () -> {
      busy = false;
      send();
    });
  }
}
