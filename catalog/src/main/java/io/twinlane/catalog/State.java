package io.twinlane.catalog;

import java.io.Serializable;

/** What can be said of a field of a category row, with its meaning. */
public record State(String name, String meaning) implements Serializable {}
