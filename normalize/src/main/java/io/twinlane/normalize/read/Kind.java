package io.twinlane.normalize.read;

import com.fasterxml.jackson.core.JsonToken;

/** What stood where a column's value is looked for. */
public enum Kind {
  ABSENT("nothing"), NULL("null"), STRING("a text"), NUMBER("a number"), BOOLEAN("true or false"), OBJECT("an object"), ARRAY("a list"),
  /** The path goes on into a list, where it looks for a name. */
  IN_LIST("a list in the midst of its path"),
  /** The path goes on into a text, a number or a truth value, where it looks for a name. */
  IN_VALUE("a plain value in the midst of its path");

  private final String words;

  Kind(String words) {
    this.words = words;
  }

  /** The kind of the value that a token begins. */
  public static Kind of(JsonToken token) {
    return switch (token) {
      case VALUE_STRING -> STRING;
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> NUMBER;
      case VALUE_TRUE, VALUE_FALSE -> BOOLEAN;
      case START_OBJECT -> OBJECT;
      case START_ARRAY -> ARRAY;
      default -> NULL;
    };
  }

  /** The kind in words, for a sentence. */
  public String words() {
    return words;
  }

  /** Whether the path met something else than an object on its way: the message is built otherwise than the mapping says. */
  public boolean astray() {
    return this == IN_LIST || this == IN_VALUE;
  }

  /** Whether there is no value. */
  public boolean none() {
    return this == ABSENT || this == NULL;
  }

  /** Whether the value can be read as text: what a file's column or a JSON text or number holds. */
  public boolean textual() {
    return this == STRING || this == NUMBER;
  }
}
