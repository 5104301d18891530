package io.twinlane.lake;

import java.io.Serializable;
import java.util.List;

/** A table's full name and the names of its columns in its own order. */
public record TableLayout(String name, List<String> columns) implements Serializable {}
