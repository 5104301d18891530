package io.twinlane.normalize;

import java.util.List;

/**
 * How one message rule was used.
 *
 * @param messages how many it took
 * @param emptyRows rows of it for which nothing at all was found in the message
 * @param unmatched fields for which no message had a value, with the column or place that they come from, and single columns of the others
 *     that never had one where they were looked at; nothing while no message came
 */
public record RuleUse(String rule, long messages, long emptyRows, List<String> unmatched) {}
