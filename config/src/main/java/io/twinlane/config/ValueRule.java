package io.twinlane.config;

import java.util.function.Predicate;

/**
 * What the values of an option may be.
 *
 * @param allowed ends the sentence "it must be ..."
 * @param holds whether a value is allowed
 */
public record ValueRule<T>(String allowed, Predicate<T> holds) {}
