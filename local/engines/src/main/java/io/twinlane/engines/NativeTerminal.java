package io.twinlane.engines;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import com.sun.jna.Platform;
import java.nio.charset.StandardCharsets;

/**
 * A pseudo terminal put in place of this process's standard input. ClickHouse's own servers survive a malformed request only
 * when the engine believes that it is used interactively.
 */
final class NativeTerminal {
  private static final int O_RDWR = 2;
  private static final int O_NOCTTY = Platform.isMac() ? 0x20000 : 0x100;

  /** The C library's calls, by their own names. */
  interface LibC extends Library {
    int posix_openpt(int flags);

    int grantpt(int fd);

    int unlockpt(int fd);

    String ptsname(int fd);

    int open(String path, int flags);

    int dup(int fd);

    int dup2(int from, int to);

    int setsid();

    NativeLong read(int fd, byte[] buffer, NativeLong length);

    NativeLong write(int fd, byte[] buffer, NativeLong length);
  }

  private final LibC c = Native.load("c", LibC.class);
  private final int parent;
  private final int master;

  /** Keeps the old standard input as the pipe from the parent, and leaves the terminal's session so that Ctrl-C does not reach us. */
  NativeTerminal() {
    c.setsid();
    parent = c.dup(0);
    master = c.posix_openpt(O_RDWR | O_NOCTTY);
    if (master < 0 || c.grantpt(master) != 0 || c.unlockpt(master) != 0) {
      throw new IllegalStateException("Cannot open a pseudo terminal: the system gave none");
    }
    c.dup2(c.open(c.ptsname(master), O_RDWR | O_NOCTTY), 0);
    inBackground("terminal-echo", () -> drain(master));
  }

  /** Types a line, as a person would. */
  void type(String line) {
    byte[] bytes = ("\n" + line + "\n").getBytes(StandardCharsets.UTF_8);
    c.write(master, bytes, new NativeLong(bytes.length));
  }

  /** Runs the action once the parent has closed its pipe or is dead. */
  void whenParentLetsGo(Runnable action) {
    inBackground("parent-watch", () -> {
      drain(parent);
      action.run();
    });
  }

  private void drain(int fd) {
    byte[] buffer = new byte[4096];
    while (c.read(fd, buffer, new NativeLong(buffer.length)).longValue() > 0) {
      // what is read does not matter, the end does
    }
  }

  private static void inBackground(String name, Runnable task) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    thread.start();
  }
}
