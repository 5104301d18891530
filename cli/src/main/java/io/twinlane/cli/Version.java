package io.twinlane.cli;

import io.twinlane.local.Release;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {"twinlane " + Release.version() + " (Java " + Runtime.version() + ")"};
  }
}
