package io.twinlane.jobs;

import java.io.InvalidClassException;
import java.util.ArrayList;
import java.util.List;

/** One job of the batch lane that has ended: what it was about ({@code of}), and what it gave or why it failed. */
public record JobRun<T, R>(String job, T of, R result, Exception failure) {
  private static final List<String> OTHER_BUILD = List.of(
      InvalidClassException.class.getName(), ClassNotFoundException.class.getName(), NoClassDefFoundError.class.getName(),
      NoSuchMethodError.class.getName());

  public boolean failed() {
    return failure != null;
  }

  /** What the job gave, or its failure thrown. */
  public R orThrow() throws Exception {
    if (failure != null) {
      throw failure;
    }
    return result;
  }

  /** Why it failed, in a sentence: the deepest cause in our own words where there is one, else the deepest cause. */
  public String why() {
    List<String> causes = new ArrayList<>();
    for (Throwable cause = failure; cause != null; cause = cause.getCause() == cause ? null : cause.getCause()) {
      causes.add(firstLine(cause));
    }
    if (OTHER_BUILD.stream().anyMatch(other -> causes.stream().anyMatch(cause -> cause.contains(other)))) {
      return "the platform runs another build than this command. Run ./twinlane down, then ./twinlane up";
    }
    return causes.stream().filter(cause -> cause.startsWith("Cannot ")).reduce((outer, inner) -> inner)
        .orElse(causes.get(causes.size() - 1));
  }

  private static String firstLine(Throwable cause) {
    String message = cause.getMessage() == null ? "" : cause.getMessage().lines().findFirst().orElse("").strip();
    return message.isEmpty() ? cause.getClass().getName() : message.startsWith("Cannot ") ? message
        : cause.getClass().getName().startsWith("org.apache.flink.util.Serialized") ? message : cause.getClass().getSimpleName() + ": " + message;
  }
}
