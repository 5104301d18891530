package io.twinlane.catalog;

import java.io.Serializable;
import java.util.Map;

/**
 * The state of a message's given fields: a constant, or by the first letter of a column. A sticky one is kept per key for later messages.
 */
public record StateRule(String constant, String column, boolean sticky, Map<String, String> firstLetter, String otherwise)
    implements Serializable {}
