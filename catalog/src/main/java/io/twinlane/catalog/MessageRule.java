package io.twinlane.catalog;

import java.io.Serializable;
import java.util.List;

/**
 * How one kind of message becomes rows of one category. {@code when} null matches every record. With {@code merge} the message is a delta:
 * fields that it leaves out are carried from earlier messages of the same identifier. {@code missing} are texts that stand for no value (a
 * JSON number does by its value), and {@code numbers} the signs that numbers are written with.
 */
public record MessageRule(
    String name, Condition when, String category, List<Rule> rejects, boolean merge, StateRule state, List<String> missing, NumberSigns numbers,
    List<FieldRule> fields, List<Each> each, Unpivot unpivot)
    implements Serializable {}
