package io.twinlane.local.terminal;

/** The few colours that words on a terminal take; none at all where the reader is no terminal or has set NO_COLOR. */
public final class Colours {
  /** No colours: for files, pipes and tests. */
  public static final Colours NONE = new Colours(false);
  /** Colours by ANSI sequences. */
  public static final Colours ANSI = new Colours(true);

  private final boolean on;

  private Colours(boolean on) {
    this.on = on;
  }

  /** What holds: green. */
  public String good(String text) {
    return paint("32", text);
  }

  /** What failed: red. */
  public String bad(String text) {
    return paint("31", text);
  }

  /** What deserves a look: yellow. */
  public String warn(String text) {
    return paint("33", text);
  }

  /** Headings: bold. */
  public String strong(String text) {
    return paint("1", text);
  }

  /** Side remarks: faint. */
  public String faint(String text) {
    return paint("2", text);
  }

  /** How many columns of a terminal a text takes. */
  static int width(String text) {
    String visible = Printable.withoutSequences(text);
    return visible.codePointCount(0, visible.length());
  }

  private String paint(String code, String text) {
    return on && !text.isEmpty() ? OwnSequences.of("\u001b[" + code + "m") + text + OwnSequences.of("\u001b[0m") : text;
  }
}
