package io.twinlane.redis;

import io.twinlane.types.CatchUpMark;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether a (re)started job still works off what its inputs held before: what comes of that are values that Redis has shown already, in part
 * older than what it shows now. Only when the job has passed it may the newest value of each key be written.
 */
final class HeldBack {
  private static final Logger LOG = LoggerFactory.getLogger(HeldBack.class);

  private final String prefix;
  private final Inputs inputs;
  private final Seldom seldom = new Seldom();
  private final long begun = System.nanoTime();
  private boolean holds;

  /** {@code inputs}: how many of the job's inputs tell how far they are; where none does, nothing is held back. */
  HeldBack(String prefix, int inputs) {
    this.prefix = prefix;
    this.inputs = new Inputs(inputs);
    this.holds = inputs > 0;
    seldom.now(); // a catch-up that is done within a minute is not worth a word
  }

  boolean holds() {
    return holds;
  }

  /** Says whether nothing is held back any more: there was nothing to catch up with. */
  boolean told(CatchUpMark mark) {
    inputs.told(mark);
    return holds && inputs.nothingAwaited() && end(0);
  }

  /** To be asked when a barrier has come, behind everything that came of the rows before it. Says whether this ends the holding back. */
  boolean barrier(int keys) {
    return holds && inputs.passed() && end(keys);
  }

  void tell(int keys) {
    if (holds && seldom.now()) {
      LOG.info("Keys {}*: the job catches up since {} s with what its inputs held when it started, {} partitions to go. The newest values of "
          + "{} keys are held back until then; Redis shows those from before", prefix, seconds(), inputs.open(), keys);
    }
  }

  private boolean end(int keys) {
    holds = false;
    LOG.info("Keys {}*: caught up after {} s, {} keys are written now", prefix, seconds(), keys);
    return true;
  }

  private long seconds() {
    return Duration.ofNanos(System.nanoTime() - begun).toSeconds();
  }
}
