package io.twinlane.catalog;

import java.io.Serializable;
import java.util.Map;

/** Where a value's unit comes from: a constant, the instrument's {@code price} or {@code size} unit, or a column with a translation. */
public record UnitRule(String constant, String role, String column, Map<String, String> translate) implements Serializable {}
