package io.twinlane.catalog;

import java.io.Serializable;
import java.util.List;

/** Turns one wide record into rows: for every column that a pattern (with *) matches, in column order, its name and its value. */
public record Unpivot(List<String> columns, String nameField, String valueField, UnitRule unit) implements Serializable {}
