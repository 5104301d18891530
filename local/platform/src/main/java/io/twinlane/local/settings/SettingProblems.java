package io.twinlane.local.settings;

import io.twinlane.catalog.Listing;
import io.twinlane.catalog.ManyProblems;
import java.util.List;

/** Everything that is wrong with the settings, all at once, one sentence a line. */
public final class SettingProblems extends RuntimeException implements ManyProblems {
  private static final long serialVersionUID = 1L;

  private final transient List<String> problems;

  SettingProblems(List<String> problems) {
    super(String.join("\n", Listing.of(problems)));
    this.problems = List.copyOf(problems);
  }

  SettingProblems(String problem) {
    this(List.of(problem));
  }

  @Override
  public List<String> problems() {
    return problems;
  }
}
