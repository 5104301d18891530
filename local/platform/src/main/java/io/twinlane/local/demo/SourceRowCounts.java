package io.twinlane.local.demo;

/** Rows that one source gave to one category: in the buffer, in ClickHouse and in silver, and whether those two agree. */
record SourceRowCounts(String source, String category, boolean live, long rows, long clickhouse, long silver, boolean agrees) {}
