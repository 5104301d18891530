package io.twinlane.config;

import io.twinlane.catalog.Listing;
import io.twinlane.catalog.ManyProblems;
import java.util.List;

/** Everything that is wrong with a configuration, all at once, one sentence a line. */
public final class ConfigProblems extends IllegalArgumentException implements ManyProblems {
  private static final long serialVersionUID = 1L;

  private final transient List<String> problems;

  public ConfigProblems(List<String> problems) {
    super(String.join("\n", Listing.of(problems)));
    this.problems = List.copyOf(problems);
  }

  @Override
  public List<String> problems() {
    return problems;
  }
}
