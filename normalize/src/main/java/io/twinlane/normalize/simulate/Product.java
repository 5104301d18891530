package io.twinlane.normalize.simulate;

/**
 * One product of the simulated exchange: its first price in ticks of 10^-scale, the usual distance of its levels in ticks, and a typical
 * size of an order in 10^-8.
 */
record Product(String id, long firstPrice, int scale, int step, long typicalSize) {}
