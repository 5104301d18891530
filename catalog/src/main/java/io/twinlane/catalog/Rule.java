package io.twinlane.catalog;

import java.io.Serializable;

/** A condition with the reason code that goes with it: a declared drop or a rejection. */
public record Rule(Condition when, String reason) implements Serializable {}
