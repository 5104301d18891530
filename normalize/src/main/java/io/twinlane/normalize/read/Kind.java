package io.twinlane.normalize.read;

/** What stood where a column's value is looked for. */
public enum Kind {
  ABSENT("nothing"), NULL("null"), STRING("a text"), NUMBER("a number"), BOOLEAN("true or false"), OBJECT("an object"), ARRAY("a list");

  private final String words;

  Kind(String words) {
    this.words = words;
  }

  /** The kind in words, for a sentence. */
  public String words() {
    return words;
  }

  /** Whether the value can be read as text: what a file's column or a JSON text or number holds. */
  public boolean textual() {
    return this == STRING || this == NUMBER;
  }
}
