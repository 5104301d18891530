package io.twinlane.local.settings;

import java.util.List;

/** Everything that is wrong with the settings, all at once, one sentence a line. */
public final class SettingProblems extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SettingProblems(List<String> problems) {
    super(String.join("\n", problems));
  }

  SettingProblems(String problem) {
    this(List.of(problem));
  }
}
