package io.twinlane.jobs.compute;

import java.util.List;

/** Failures that tell of the planner's own code and nothing of the query. */
final class PlannerSlip {
  private static final List<Class<?>> SAY_NOTHING = List.of(
      NullPointerException.class, ClassCastException.class, IndexOutOfBoundsException.class, LinkageError.class);

  private PlannerSlip() {}

  static boolean isOne(Throwable failure) {
    return failure.getMessage() == null || SAY_NOTHING.stream().anyMatch(type -> type.isInstance(failure))
        || failure.getClass().getName().startsWith("scala.");
  }

  static String sentence(Throwable failure) {
    return "Flink's planner fails over this query with no word but " + failure.getClass().getSimpleName()
        + ": write it another way, or leave parts out to find the one it cannot plan";
  }

  /** The SQL parser has no words for running out of stack. */
  static boolean tooDeep(List<Throwable> causes) {
    return causes.stream().anyMatch(cause -> cause instanceof NullPointerException && String.valueOf(cause.getMessage())
        .contains("SqlParseException.getMessage()"));
  }
}
