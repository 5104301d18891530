package io.twinlane.normalize.program;

import java.util.function.LongSupplier;

/**
 * How one field of a rule was used so far.
 *
 * @param words the field, and the column or the place that it is taken from
 * @param found whether a message had a value for it, as 1 or 0
 * @param lacked whether a message had none, as 1 or 0
 */
public record FieldUse(String words, LongSupplier found, LongSupplier lacked) {}
