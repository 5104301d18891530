package io.twinlane.catalog;

import java.io.Serializable;

/** The rows that may go without a field that all others must have: those whose {@code field} is {@code value}. */
public record Exemption(String field, String value) implements Serializable {}
