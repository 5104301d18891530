package io.twinlane.normalize;

/**
 * A delta, before it is merged with what is already known of its key. Fields that the message left out have the state {@link #ABSENT},
 * fields whose state depends on what was said earlier {@link #STICKY}; {@code sticky} is the state that this message announces, else
 * ABSENT.
 */
public record Update(String key, CategoryRow row, byte sticky) {
  public static final byte ABSENT = -1;
  public static final byte STICKY = -2;
}
