package io.twinlane.redis;

/**
 * What a checkpoint keeps of one key.
 *
 * @param fields name and value of each field as Redis holds them; none: the key goes
 * @param liveUntil milliseconds since the epoch
 * @param pending whether Redis had not answered for it
 */
record KeptHash(String[] fields, long liveUntil, boolean pending) {}
