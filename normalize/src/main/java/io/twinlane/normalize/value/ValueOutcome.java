package io.twinlane.normalize.value;

/** What reading a value says beside the value itself: a state that the text carries, or why it could not be read. Reused. */
public final class ValueOutcome {
  /** No state of its own: the message's state holds. */
  public static final byte NO_STATE = -128;

  private byte state = NO_STATE;
  private String reason;
  private String complaint;

  public void clear() {
    state = NO_STATE;
    reason = null;
    complaint = null;
  }

  void state(byte given) {
    state = given;
  }

  /** Notes the failure; returns null so that a reader can end with it. */
  public Object fail(String why, String sentence) {
    reason = why;
    complaint = sentence;
    return null;
  }

  public byte state() {
    return state;
  }

  /** Reason code of the failure. */
  public String reason() {
    return reason;
  }

  /** The second half of the sentence: {@code "abc" is not a number. Allowed: ...}. */
  public String complaint() {
    return complaint;
  }
}
