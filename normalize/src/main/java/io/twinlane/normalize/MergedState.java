package io.twinlane.normalize;

/** What is kept of one key: its last values and units, each field's state as last given (not CARRIED), and the sticky state. */
public record MergedState(Object[] values, String[] units, byte[] givenStates, byte sticky) {}
