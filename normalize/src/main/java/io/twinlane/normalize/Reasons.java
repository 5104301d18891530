package io.twinlane.normalize;

/** Why a message or row could not go on, or was left out on purpose. A mapping may declare further drop reasons of its own. */
public final class Reasons {
  /** The bytes are not the format that the source is declared to have. */
  public static final String NOT_JSON = "NOT_JSON";
  /** Bytes that no character has, or text with half a character (an unpaired surrogate) that no store can keep. */
  public static final String INVALID_UTF8 = "INVALID_UTF8";
  /** A document that stops before its end. */
  public static final String TRUNCATED = "TRUNCATED";
  /** Larger than the platform's limit for one record, or nested deeper. */
  public static final String TOO_LARGE = "TOO_LARGE";
  /** A key or column that the mapping uses stands twice: which one counts is not ours to guess. */
  public static final String DUPLICATE_KEY = "DUPLICATE_KEY";
  /** No rule of the mapping matches. */
  public static final String UNKNOWN_MESSAGE = "UNKNOWN_MESSAGE";
  /** The message names no instrument, or the source says that there is none. */
  public static final String UNKNOWN_IDENTIFIER = "UNKNOWN_IDENTIFIER";
  /** A required field has no value. */
  public static final String MISSING_FIELD = "MISSING_FIELD";
  /** A value of another kind than the field takes: an object where a number belongs. */
  public static final String WRONG_TYPE = "WRONG_TYPE";
  /** A text that is no number. */
  public static final String NOT_A_NUMBER = "NOT_A_NUMBER";
  /** A number with more digits than the field keeps: it is never rounded. */
  public static final String NUMBER_OUT_OF_RANGE = "NUMBER_OUT_OF_RANGE";
  /** A number below the least that the field may be: a size below zero. */
  public static final String BELOW_MINIMUM = "BELOW_MINIMUM";
  /** An identifier, or another part of a key, with a character that steers a terminal or cannot be seen. */
  public static final String CONTROL_CHARACTER = "CONTROL_CHARACTER";
  /** A designated time that is further ahead of its message than the category tolerates. */
  public static final String TIME_IN_FUTURE = "TIME_IN_FUTURE";
  /** A text that is no time, or one more precise than a microsecond, or outside the years 1970 to 2199. */
  public static final String NOT_A_TIME = "NOT_A_TIME";
  /** A line with more or fewer columns than its header. */
  public static final String WRONG_COLUMN_COUNT = "WRONG_COLUMN_COUNT";
  /** A header without a column that the mapping uses. */
  public static final String MISSING_COLUMN = "MISSING_COLUMN";
  /** A whole JSON file without the list of records that its source's files have: an error page, mostly. */
  public static final String NO_RECORDS = "NO_RECORDS";
  /** A page that tells of more records than it holds; its own records are read. */
  public static final String INCOMPLETE = "INCOMPLETE";
  /** A unit that the mapping does not translate. */
  public static final String UNKNOWN_UNIT = "UNKNOWN_UNIT";
  /** The platform itself failed on the message: a fault to be mended here. */
  public static final String INTERNAL_ERROR = "INTERNAL_ERROR";
  /** The source itself answered with an error. */
  public static final String SOURCE_ERROR = "SOURCE_ERROR";
  /** A record of a topic of the platform's own that is none of its rows, or a damaged one; its origin is its place there. */
  public static final String UNDECODABLE = "UNDECODABLE";

  /** A drop: a delta that changes nothing of what is known of its key. */
  public static final String UNCHANGED = "UNCHANGED";
  /** A drop: a message that may hold many rows and holds none. */
  public static final String EMPTY = "EMPTY";

  private Reasons() {}
}
