package io.twinlane.cli;

import picocli.CommandLine.Command;

/** Listed here; the launcher does it, since Maven builds this very program. */
@Command(name = "test", description = "Run all tests against the real engines (arguments go on to Maven: -pl catalog).")
final class Test extends Verb {
  @Override
  public Integer call() {
    throw new IllegalStateException("Cannot run test here: it is the launcher's. Run ./twinlane test.");
  }
}
