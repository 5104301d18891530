package io.twinlane.cli;

import io.twinlane.local.terminal.Terminal;
import java.nio.file.Path;

/** The twinlane command. Exit codes: 0 done, 1 said no, 2 could not run. */
public final class Main {
  private Main() {
  }

  public static void main(String[] args) {
    Path root = Path.of(System.getProperty("twinlane.root", "")).toAbsolutePath();
    System.exit(run(new Session(root, System.getenv(), Terminal.system()), args));
  }

  static int run(Session session, String... args) {
    return CommandLines.of(session).execute(args);
  }
}
