package io.twinlane.types;

import io.twinlane.normalize.CategoryRow;

/** A category row with its place in its topic; {@code row} is null where the record at that place gave none. */
public record PlacedRow(int partition, long offset, CategoryRow row) {}
