package io.twinlane.clickhouse;

import java.io.Serializable;
import java.time.Duration;

/**
 * How large an insert may grow and how long its first row may wait.
 *
 * @param bytes of the heap, as {@link RowBytes} counts them; a single group of rows may be larger
 * @param patience how long a row waits for others
 */
record BatchLimits(int rows, long bytes, Duration patience) implements Serializable {}
