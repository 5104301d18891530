package io.twinlane.local.terminal;

import io.twinlane.catalog.ControlCharacters;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** What may go to a terminal: text without control characters, line ends, and {@link OwnSequences}. Everything else is shown as an escape. */
public final class Printable {
  private Printable() {}

  /** A text that came from outside as one line: its line ends are escapes, too. Colours of ours stay. */
  public static String line(String text) {
    return text == null || ControlCharacters.firstIn(text) < 0 ? text : shown(new StringBuilder(text), new StringBuilder(), false);
  }

  /** The text without sequences of ours: what a reader sees of it. */
  static String withoutSequences(String text) {
    StringBuilder seen = new StringBuilder();
    for (int at = 0; at < text.length();) {
      int own = OwnSequences.lengthAt(text, at);
      if (own == 0) {
        seen.append(text.charAt(at));
      }
      at += Math.max(1, own);
    }
    return seen.toString();
  }

  /** A stream that lets nothing else through to the given one. */
  static PrintStream to(PrintStream target) {
    return target instanceof Guarded ? target : new Guarded(target);
  }

  /** Takes what can be told from {@code text}; the end of a sequence may still be on its way. {@code last} renders for the terminal. */
  private static String shown(StringBuilder text, StringBuilder out, boolean last) {
    int at = 0;
    while (at < text.length() && !(last && OwnSequences.cutOff(text, at))) {
      int own = OwnSequences.lengthAt(text, at);
      if (own > 0) {
        out.append(text, last ? at + OwnSequences.BEGIN.length() : at, last ? at + own - 1 : at + own);
        at += own;
      } else {
        int c = text.codePointAt(at);
        at += Character.charCount(c);
        if (ControlCharacters.isOne(c) && !(last && c == '\n')) {
          out.append(ControlCharacters.escape(c));
        } else {
          out.appendCodePoint(c);
        }
      }
    }
    text.delete(0, at);
    return out.toString();
  }

  /** Marks a stream that is guarded already. */
  private static final class Guarded extends PrintStream {
    Guarded(PrintStream target) {
      super(new Guard(target), true, StandardCharsets.UTF_8);
    }
  }

  /** Decodes what is written, shows it, and hands it on. */
  private static final class Guard extends OutputStream {
    private final PrintStream target;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder()
        .onMalformedInput(CodingErrorAction.REPLACE).onUnmappableCharacter(CodingErrorAction.REPLACE);
    private final StringBuilder waiting = new StringBuilder();
    private byte[] rest = {};

    Guard(PrintStream target) {
      this.target = target;
    }

    @Override
    public void write(int b) {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
      ByteBuffer in = ByteBuffer.allocate(rest.length + length).put(rest).put(bytes, from, length).flip();
      CharBuffer out = CharBuffer.allocate(in.remaining());
      decoder.decode(in, out, false);
      rest = new byte[in.remaining()];
      in.get(rest);
      waiting.append(out.flip());
      byte[] shown = shown(waiting, new StringBuilder(), true).getBytes(StandardCharsets.UTF_8);
      target.write(shown, 0, shown.length);
    }

    @Override
    public void flush() {
      target.flush();
    }

    @Override
    public void close() throws IOException {
      target.close();
    }
  }
}
