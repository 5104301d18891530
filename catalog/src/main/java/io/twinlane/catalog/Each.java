package io.twinlane.catalog;

import java.io.Serializable;
import java.util.List;

/**
 * Takes a message apart: one row for every element of an array column, with fields of its own beside the message's. An array without
 * elements gives one row with the fields of {@code whenEmpty}; none when there are none.
 */
public record Each(String array, List<FieldRule> fields, List<FieldRule> whenEmpty) implements Serializable {}
