package io.twinlane.normalize;

/**
 * What is kept of one key: its last values and units, each field's state as last given (not CARRIED), and the sticky state. The shape says
 * which field is which: what is kept outlives catalogs.
 */
public record MergedState(RowShape shape, Object[] values, String[] units, byte[] givenStates, byte sticky) {
  /** The same in another shape; itself when it has that one. Throws when it has no meaning there. */
  @SuppressWarnings("ReferenceEquality") // the rows of one job share one shape: equality is asked of others only
  public MergedState in(RowShape wanted) {
    if (shape == wanted) {
      return this;
    }
    return shape.equals(wanted) ? new MergedState(wanted, values, units, givenStates, sticky) : new Reshape(shape, wanted).state(this);
  }
}
