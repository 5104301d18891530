package io.twinlane.local.demo;

import java.util.List;

/** A few real results, each a line: latest snapshots, a Redis key with its remaining ttl, an economic series. */
record Results(List<String> lines) {}
