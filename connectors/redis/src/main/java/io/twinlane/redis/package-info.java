/** Computation results into Redis: a Flink SQL table whose rows are hashes that expire. */
package io.twinlane.redis;
