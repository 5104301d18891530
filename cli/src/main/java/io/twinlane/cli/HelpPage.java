package io.twinlane.cli;

import io.twinlane.local.terminal.Terminal;
import java.nio.file.Path;
import java.util.Map;

/** The help as a file, so that the launcher can show it in a clone that was never built. */
final class HelpPage {
  /** Where it is, from the repository's root; the launcher knows it too. */
  static final String PATH = "docs/help.txt";

  private HelpPage() {
  }

  static String text(Path root) {
    return CommandLines.of(new Session(root, Map.of(), Terminal.plain(System.out, System.err))).getUsageMessage();
  }
}
