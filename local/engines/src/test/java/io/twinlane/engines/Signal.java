package io.twinlane.engines;

import com.sun.jna.Library;
import com.sun.jna.Native;
import java.time.Duration;
import org.awaitility.Awaitility;

/** What a terminal, a supervisor or {@code timeout} sends. */
enum Signal {
  INT(2), KILL(9), TERM(15);

  /** The C library's call. */
  interface LibC extends Library {
    int kill(int pid, int signal);
  }

  private static final LibC C = Native.load("c", LibC.class);

  private final int number;

  Signal(int number) {
    this.number = number;
  }

  void to(Process process) {
    C.kill((int) process.pid(), number);
  }

  /** To the process group that the process is about to lead. */
  void toGroupOf(Process process) {
    Awaitility.await().pollInterval(Duration.ofMillis(1)).until(() -> !process.isAlive() || C.kill((int) -process.pid(), number) == 0);
  }
}
