package io.twinlane.catalog;

import java.io.Serializable;
import java.util.List;

/**
 * One column of a source's record, and of its bronze table. {@code path} leads through nested objects; with {@code between} only the text
 * after the first of its two marks and before the next second one (or the end, also where the second is empty) counts. An array column
 * holds a list of lists.
 */
public record Column(String name, List<String> path, boolean array, List<String> between, String description) implements Serializable {}
