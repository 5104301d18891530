package io.twinlane.kafka;

import org.apache.flink.runtime.throwable.ThrowableAnnotation;
import org.apache.flink.runtime.throwable.ThrowableType;

/** A job needs all that its topic ever held, has no state that stands for the beginning, and the beginning is gone. */
@ThrowableAnnotation(ThrowableType.NonRecoverableError)
public final class StateMissing extends IllegalStateException {
  /** What every such message holds, by which it is found in what Flink tells of a failed job. */
  public static final String WORDS = " without its state: ";

  private static final long serialVersionUID = 1L;

  StateMissing(String job, String partition, long begins) {
    super("Cannot start " + job + WORDS + partition + " begins at offset " + begins + "; what was said before would be missing from the rows"
        + " that follow. Start it from a savepoint, or allow that: --set normalize.without-state=true (docs/kept.md)");
  }
}
