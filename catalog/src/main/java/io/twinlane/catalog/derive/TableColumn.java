package io.twinlane.catalog.derive;

import java.io.Serializable;

/** A column as an insert announces it: its name and its type in ClickHouse's own words. */
public record TableColumn(String name, String type) implements Serializable {}
