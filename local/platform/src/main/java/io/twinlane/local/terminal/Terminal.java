package io.twinlane.local.terminal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Where a verb speaks: results on {@code out}, progress and errors on {@code err}. {@code live} says that err is a terminal whose last line
 * may be rewritten; {@code width} is its columns.
 */
public record Terminal(PrintStream out, PrintStream err, Colours colours, boolean live, int width) {
  private static final int USUAL_WIDTH = 100;

  /** Whatever is printed, control characters that are not ours reach no terminal, no file and no pipe: they are shown as escapes. */
  public Terminal {
    out = Printable.to(out);
    err = Printable.to(err);
  }

  /** This process's own streams. The launcher says with system properties which of them are terminals: Java cannot tell. */
  public static Terminal system() {
    boolean outIsTerminal = Boolean.getBoolean("twinlane.terminal.out");
    boolean errIsTerminal = Boolean.getBoolean("twinlane.terminal.err");
    return new Terminal(utf8(FileDescriptor.out), utf8(FileDescriptor.err), colours(outIsTerminal, System.getenv()), errIsTerminal,
        Integer.getInteger("twinlane.terminal.width", USUAL_WIDTH));
  }

  /** Streams that are files, pipes or a test's buffers. */
  public static Terminal plain(PrintStream out, PrintStream err) {
    return new Terminal(out, err, Colours.NONE, false, USUAL_WIDTH);
  }

  /** Colours for a terminal, unless NO_COLOR holds anything (see no-color.org) or the terminal is a dumb one. */
  static Colours colours(boolean outIsTerminal, Map<String, String> environment) {
    boolean refused = !environment.getOrDefault("NO_COLOR", "").isEmpty() || "dumb".equals(environment.get("TERM"));
    return outIsTerminal && !refused ? Colours.ANSI : Colours.NONE;
  }

  private static PrintStream utf8(FileDescriptor stream) {
    return new PrintStream(new FileOutputStream(stream), true, StandardCharsets.UTF_8);
  }

  /** Progress lines on err, until closed. */
  public Progress progress() {
    return Progress.start(this);
  }
}
