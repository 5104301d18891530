package io.twinlane.redis;

import java.io.Serializable;

/**
 * The keys that a table stands for.
 *
 * @param address where they are
 * @param layout how rows become keys and hashes
 * @param memoryBytes the most that one subtask keeps of them
 */
record RedisKeys(RedisConfig address, RowLayout layout, long memoryBytes) implements Serializable {}
