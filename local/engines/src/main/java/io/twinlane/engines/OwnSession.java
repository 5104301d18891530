package io.twinlane.engines;

import java.util.ArrayList;
import java.util.List;

/** How a command is started away from the terminal and the process group of who starts it; it keeps the pid that it is given. */
public final class OwnSession {
  /** Where the system has no setsid the command stays in the group, deaf to the terminal's hang-up. */
  private static final String SCRIPT = "trap '' HUP; if command -v setsid >/dev/null; then exec setsid \"$@\"; fi; exec \"$@\"";

  private OwnSession() {
  }

  /** The command, in a session of its own where the system can: signals to our group do not reach it. */
  public static List<String> of(List<String> command) {
    List<String> line = new ArrayList<>(List.of("/bin/sh", "-c", SCRIPT, "twinlane"));
    line.addAll(command);
    return line;
  }
}
