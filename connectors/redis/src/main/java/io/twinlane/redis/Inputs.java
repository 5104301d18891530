package io.twinlane.redis;

import io.twinlane.types.CatchUpMark;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What a job's inputs have told of how far they are since it (re)started. */
final class Inputs {
  private final int count;
  private final Map<String, Input> told = new HashMap<>();

  private static final class Input {
    private final Set<Integer> awaited = new TreeSet<>();
    private final Set<Integer> passed = new HashSet<>();
    private int ready;
    private int subtasks = Integer.MAX_VALUE;
  }

  /** {@code count}: how many inputs tell. */
  Inputs(int count) {
    this.count = count;
  }

  void told(CatchUpMark mark) {
    Input input = told.computeIfAbsent(mark.input(), fresh -> new Input());
    switch (mark.kind()) {
      case AWAITED -> input.awaited.add(mark.number());
      case PASSED -> input.passed.add(mark.number());
      case READY -> {
        input.ready++;
        input.subtasks = mark.number();
      }
      default -> throw new IllegalArgumentException("Cannot take the mark " + mark);
    }
  }

  /** Nothing was there before the start that is still to be read. */
  boolean nothingAwaited() {
    return known() && told.values().stream().allMatch(input -> input.awaited.isEmpty());
  }

  /** All that was there before the start has been read; what came of it has arrived here when the next barrier has. */
  boolean passed() {
    return known() && told.values().stream().allMatch(input -> input.passed.containsAll(input.awaited));
  }

  /** How many partitions are still to be passed. */
  long open() {
    return told.values().stream().mapToLong(input -> input.awaited.stream().filter(p -> !input.passed.contains(p)).count()).sum();
  }

  private boolean known() {
    return told.size() == count && told.values().stream().allMatch(input -> input.ready >= input.subtasks);
  }
}
