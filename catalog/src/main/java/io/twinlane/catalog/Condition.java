package io.twinlane.catalog;

import java.io.Serializable;
import java.util.List;

/**
 * A test of a record: {@code text} compares the whole raw text; otherwise {@code column} is compared with {@code is}, with a prefix, or
 * asked whether it is there at all. Parts that are not used are null.
 */
public record Condition(List<String> text, String column, List<String> is, String startsWith, boolean present) implements Serializable {}
