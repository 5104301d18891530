package io.twinlane.normalize;

/**
 * What is kept of one key: its last values and units, each field's state as last given (not CARRIED), the sticky state, the offset of the
 * first message that had a part in it, and which versions of the mapping read it, as {@link HeldMappings} has them. The shape says which
 * field is which: what is kept outlives catalogs.
 */
public record MergedState(
    RowShape shape, Object[] values, String[] units, byte[] givenStates, byte sticky, long from, String[] mappings) {
  private static final long UNKNOWN = Long.MAX_VALUE;

  /** State of which nobody kept where it begins: its rows claim no more than their own message. */
  public MergedState(RowShape shape, Object[] values, String[] units, byte[] givenStates, byte sticky) {
    this(shape, values, units, givenStates, sticky, UNKNOWN, HeldMappings.UNKNOWN);
  }

  /** The same in another shape; itself when it has that one. Throws when it has no meaning there. */
  @SuppressWarnings("ReferenceEquality") // the rows of one job share one shape: equality is asked of others only
  public MergedState in(RowShape wanted) {
    if (shape == wanted) {
      return this;
    }
    return shape.equals(wanted)
        ? new MergedState(wanted, values, units, givenStates, sticky, from, mappings) : new Reshape(shape, wanted).state(this);
  }

  /** The same values after a message that changed none of them. */
  MergedState with(byte announced, long since, String[] readBy) {
    return new MergedState(shape, values, units, givenStates, announced, since, readBy);
  }
}
