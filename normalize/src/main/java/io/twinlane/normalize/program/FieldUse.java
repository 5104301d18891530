package io.twinlane.normalize.program;

import java.util.function.LongSupplier;

/**
 * How one field of a rule was used so far, or one of the columns that it may come from.
 *
 * @param field the field, and the columns or the place that it is taken from
 * @param alternative the one of several columns that this is about; null for the field as a whole
 * @param found whether a message had a value there, as 1 or 0
 * @param lacked whether a message was looked at and had none, as 1 or 0
 */
public record FieldUse(String field, String alternative, LongSupplier found, LongSupplier lacked) {}
