package io.twinlane.local.demo;

import io.twinlane.local.settings.PlatformSettings;
import io.twinlane.local.terminal.Terminal;

/** Both lanes over recordings, once, with the proof that they agree. */
public final class Demo {
  private final DemoOptions options;
  private final PlatformSettings settings;
  private final Terminal terminal;

  public Demo(DemoOptions options, PlatformSettings settings, Terminal terminal) {
    this.options = options;
    this.settings = settings;
    this.terminal = terminal;
  }

  /** Runs to the end, and stays until Ctrl-C if that is asked for. Returns the exit code: 0 everything holds, 1 something does not. */
  public int run() throws Exception {
    throw new UnsupportedOperationException("Cannot run the demo at speed " + options.speed() + " in " + settings.stateDir() + ": not here yet");
  }
}
