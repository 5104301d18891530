package io.twinlane.kafka;

import org.apache.flink.runtime.throwable.ThrowableAnnotation;
import org.apache.flink.runtime.throwable.ThrowableType;

/** A topic is not the one that a job's offsets and state belong to. No restart mends that, so Flink tries none. */
@ThrowableAnnotation(ThrowableType.NonRecoverableError)
final class TopicCreatedAnew extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  private TopicCreatedAnew(String message) {
    super(message);
  }

  static TopicCreatedAnew since(String topic, String was, String is) {
    return new TopicCreatedAnew("Cannot go on reading " + topic + ": the topic was created anew: it was " + was + ", it is " + is
        + ". Start the job without its state: it then begins with the new topic, and what the stores hold of the old one stays.");
  }

  static TopicCreatedAnew unknown() {
    return new TopicCreatedAnew("Cannot go on from this savepoint: it does not say which topics its offsets belong to, because it is from"
        + " before jobs kept that. Start the job without its state.");
  }
}
