package io.twinlane.redis;

import java.io.Serializable;

/**
 * The keys that a table stands for.
 *
 * @param address where they are
 * @param layout how rows become keys and hashes
 * @param memoryBytes the most that one subtask keeps of them
 */
record KeySpace(RedisConfig address, HashLayout layout, long memoryBytes) implements Serializable {}
