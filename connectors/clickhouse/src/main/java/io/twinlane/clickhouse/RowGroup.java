package io.twinlane.clickhouse;

import java.util.List;

/** Rows that are inserted together, in their order: a message's, or a part of one that is too large to be held back whole. */
record RowGroup<T>(List<T> rows, long bytes) {}
