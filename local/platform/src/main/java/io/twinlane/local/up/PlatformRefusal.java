package io.twinlane.local.up;

import io.twinlane.catalog.Listing;
import io.twinlane.catalog.ManyProblems;
import java.util.List;

/** The platform cannot be started, stopped or reached, in one sentence that a person can act on. */
public final class PlatformRefusal extends RuntimeException implements ManyProblems {
  private static final long serialVersionUID = 1L;

  private final transient List<String> problems;

  public PlatformRefusal(String message) {
    super(message);
    problems = List.of();
  }

  public PlatformRefusal(String message, Throwable cause) {
    super(message, cause);
    problems = List.of();
  }

  /** All that stands in the way, a sentence each; a person is shown the first. */
  public PlatformRefusal(List<String> problems) {
    super(String.join("\n", Listing.of(problems)));
    this.problems = List.copyOf(problems);
  }

  @Override
  public List<String> problems() {
    return problems;
  }
}
