package io.twinlane.normalize;

/**
 * A delta, before it is merged with what is already known of its key. Fields that the message left out have the state {@link #ABSENT},
 * fields whose state depends on what was said earlier {@link #STICKY}; {@code sticky} is the state that this message announces, else
 * ABSENT. Or a row that is whole already, and goes the way of the deltas of its key for the order between them.
 */
public record Update(String key, CategoryRow row, byte sticky) {
  public static final byte ABSENT = -1;
  public static final byte STICKY = -2;
  private static final byte WHOLE = -3;

  /** A row that nothing is to be merged with. */
  public static Update ofWhole(String key, CategoryRow row) {
    return new Update(key, row, WHOLE);
  }

  public boolean whole() {
    return sticky == WHOLE;
  }

  /** Whose state it is merged with: that of its key among the rows of its category and of its origin, whose offsets give the order. */
  public String mergeKey() {
    return row.origin + ' ' + row.category + ' ' + key;
  }
}
