-- derived from catalog/categories, catalog/sources and what stands beside them; do not edit: ./twinlane render
CREATE TABLE IF NOT EXISTS realtime.indicator (
  symbol LowCardinality(String) COMMENT 'The instrument or group that the value is about' CODEC(ZSTD(1)),
  symbol_dtype LowCardinality(String) DEFAULT 'string' COMMENT 'Dtype of symbol, the same on every row' CODEC(ZSTD(1)),
  symbol_unit LowCardinality(String) DEFAULT '' COMMENT 'Unit of symbol, the same on every row' CODEC(ZSTD(1)),
  symbol_state Enum8('MISSING' = 0, 'LIVE' = 1, 'DELAYED' = 2, 'FROZEN' = 3, 'FROZEN_DELAYED' = 4, 'NOT_SUBSCRIBED' = 5, 'UNKNOWN' = 6, 'CARRIED' = 7, 'DERIVED' = 8, 'UNRESOLVED' = 9, 'PREVIOUS_CLOSE' = 10, 'HALTED' = 11, 'PUBLISHED' = 12) COMMENT 'State of symbol: how it came about' CODEC(ZSTD(1)),
  event_time DateTime64(6, 'UTC') COMMENT 'The moment that the value holds for; unit 1_us (Microsecond since 1970-01-01T00:00:00Z)' CODEC(Delta, ZSTD(1)),
  event_time_dtype LowCardinality(String) DEFAULT 'timestamp' COMMENT 'Dtype of event_time, the same on every row' CODEC(ZSTD(1)),
  event_time_unit LowCardinality(String) DEFAULT '1_us' COMMENT 'Unit of event_time, the same on every row' CODEC(ZSTD(1)),
  event_time_state Enum8('MISSING' = 0, 'LIVE' = 1, 'DELAYED' = 2, 'FROZEN' = 3, 'FROZEN_DELAYED' = 4, 'NOT_SUBSCRIBED' = 5, 'UNKNOWN' = 6, 'CARRIED' = 7, 'DERIVED' = 8, 'UNRESOLVED' = 9, 'PREVIOUS_CLOSE' = 10, 'HALTED' = 11, 'PUBLISHED' = 12) COMMENT 'State of event_time: how it came about' CODEC(ZSTD(1)),
  name LowCardinality(String) COMMENT 'Name of the indicator' CODEC(ZSTD(1)),
  name_dtype LowCardinality(String) DEFAULT 'string' COMMENT 'Dtype of name, the same on every row' CODEC(ZSTD(1)),
  name_unit LowCardinality(String) DEFAULT '' COMMENT 'Unit of name, the same on every row' CODEC(ZSTD(1)),
  name_state Enum8('MISSING' = 0, 'LIVE' = 1, 'DELAYED' = 2, 'FROZEN' = 3, 'FROZEN_DELAYED' = 4, 'NOT_SUBSCRIBED' = 5, 'UNKNOWN' = 6, 'CARRIED' = 7, 'DERIVED' = 8, 'UNRESOLVED' = 9, 'PREVIOUS_CLOSE' = 10, 'HALTED' = 11, 'PUBLISHED' = 12) COMMENT 'State of name: how it came about' CODEC(ZSTD(1)),
  value Decimal(38, 12) COMMENT 'The value; its unit is in value_unit' CODEC(ZSTD(1)),
  value_dtype LowCardinality(String) DEFAULT 'decimal(38,12)' COMMENT 'Dtype of value, the same on every row' CODEC(ZSTD(1)),
  value_unit LowCardinality(String) COMMENT 'Unit of value; empty when it has none' CODEC(ZSTD(1)),
  value_state Enum8('MISSING' = 0, 'LIVE' = 1, 'DELAYED' = 2, 'FROZEN' = 3, 'FROZEN_DELAYED' = 4, 'NOT_SUBSCRIBED' = 5, 'UNKNOWN' = 6, 'CARRIED' = 7, 'DERIVED' = 8, 'UNRESOLVED' = 9, 'PREVIOUS_CLOSE' = 10, 'HALTED' = 11, 'PUBLISHED' = 12) COMMENT 'State of value: how it came about' CODEC(ZSTD(1)),
  window_start Nullable(DateTime64(6, 'UTC')) COMMENT 'First moment of the rows that it was worked out from; unit 1_us (Microsecond since 1970-01-01T00:00:00Z)' CODEC(Delta, ZSTD(1)),
  window_start_dtype LowCardinality(String) DEFAULT 'timestamp' COMMENT 'Dtype of window_start, the same on every row' CODEC(ZSTD(1)),
  window_start_unit LowCardinality(String) DEFAULT '1_us' COMMENT 'Unit of window_start, the same on every row' CODEC(ZSTD(1)),
  window_start_state Enum8('MISSING' = 0, 'LIVE' = 1, 'DELAYED' = 2, 'FROZEN' = 3, 'FROZEN_DELAYED' = 4, 'NOT_SUBSCRIBED' = 5, 'UNKNOWN' = 6, 'CARRIED' = 7, 'DERIVED' = 8, 'UNRESOLVED' = 9, 'PREVIOUS_CLOSE' = 10, 'HALTED' = 11, 'PUBLISHED' = 12) COMMENT 'State of window_start: how it came about' CODEC(ZSTD(1)),
  source_system LowCardinality(String) COMMENT 'Source that the row came from' CODEC(ZSTD(1)),
  origin LowCardinality(String) COMMENT 'Kafka topic/partition or lake file that holds the raw message' CODEC(ZSTD(1)),
  origin_offset Int64 COMMENT 'Offset in the partition, or record number in the file' CODEC(Delta, ZSTD(1)),
  row_index Int64 COMMENT 'Place of the row among those that its raw message gave' CODEC(Delta, ZSTD(1)),
  mapping_version LowCardinality(String) COMMENT 'Version of the source mapping that made the row; of a merged row, the oldest that had a part in it' CODEC(ZSTD(1)),
  merged_from Int64 DEFAULT origin_offset COMMENT 'Offset of the first message that may have a part in the row, its own where nothing is merged: the smaller, the more complete' CODEC(Delta, ZSTD(1)),
  ingest_time DateTime64(6, 'UTC') COMMENT 'When the raw message reached the platform' CODEC(Delta, ZSTD(1)),
  row_rank UInt128 MATERIALIZED bitOr(bitShiftLeft(toUInt128(toUInt64OrZero(splitByChar('/', mapping_version)[-1])), 64), toUInt128(bitNot(toUInt64(merged_from)))) COMMENT 'Of two rows of one identity the one with the greater number stays: that of its mapping version, then of the state that reaches further back' CODEC(ZSTD(1))
)
ENGINE = ReplacingMergeTree(row_rank)
-- An insert that is sent again gives the same sorting key: FINAL, and sooner or later a merge, leave one of the doubles.
ORDER BY (symbol, event_time, origin, origin_offset, row_index)
-- By the time of arrival: what is old news when it comes stays as long as anything else, and a repeat finds its partition.
PARTITION BY toMonday(ingest_time)
TTL toDateTime(ingest_time, 'UTC') + toIntervalSecond(2592000)
SETTINGS non_replicated_deduplication_window = 1000, ttl_only_drop_parts = 1
COMMENT 'One value of a figure worked out from other rows, such as a spread, an index or a model\'s signal.';

CREATE TABLE IF NOT EXISTS realtime.indicator_latest_state (
  source_system LowCardinality(String) COMMENT 'Source that the row came from' CODEC(ZSTD(1)),
  symbol LowCardinality(String) COMMENT 'The instrument or group that the value is about' CODEC(ZSTD(1)),
  name LowCardinality(String) COMMENT 'Name of the indicator' CODEC(ZSTD(1)),
  newest AggregateFunction(argMax, Tuple(symbol_state Int8, event_time DateTime64(6, 'UTC'), event_time_state Int8, name_state Int8, value Decimal(38, 12), value_unit String, value_state Int8, window_start Nullable(DateTime64(6, 'UTC')), window_start_state Int8, origin String, origin_offset Int64, row_index Int64, mapping_version String, merged_from Int64, ingest_time DateTime64(6, 'UTC')), Tuple(DateTime64(6, 'UTC'), DateTime64(6, 'UTC'), String, Int64, Int64, UInt128)) COMMENT 'The latest row as a whole',
  latest_ingest_time SimpleAggregateFunction(max, DateTime64(6, 'UTC')) COMMENT 'Newest arrival of the key'
)
ENGINE = AggregatingMergeTree
ORDER BY (source_system, symbol, name)
-- A key that nothing arrives for any more leaves the snapshot as its rows leave the table.
TTL toDateTime(latest_ingest_time, 'UTC') + toIntervalSecond(2592000)
COMMENT 'Latest row per source_system, symbol, name; read it as indicator_latest';

CREATE MATERIALIZED VIEW IF NOT EXISTS realtime.indicator_latest_feed TO realtime.indicator_latest_state AS
SELECT
  source_system, symbol, name,
  argMaxState(
    CAST(tuple(symbol_state, event_time, event_time_state, name_state, value, value_unit, value_state, window_start, window_start_state, origin, origin_offset, row_index, mapping_version, merged_from, ingest_time),
      'Tuple(symbol_state Int8, event_time DateTime64(6, \'UTC\'), event_time_state Int8, name_state Int8, value Decimal(38, 12), value_unit String, value_state Int8, window_start Nullable(DateTime64(6, \'UTC\')), window_start_state Int8, origin String, origin_offset Int64, row_index Int64, mapping_version String, merged_from Int64, ingest_time DateTime64(6, \'UTC\'))'),
    CAST(tuple(event_time, ingest_time, origin, origin_offset, row_index, bitOr(bitShiftLeft(toUInt128(toUInt64OrZero(splitByChar('/', mapping_version)[-1])), 64), toUInt128(bitNot(toUInt64(merged_from))))), 'Tuple(DateTime64(6, \'UTC\'), DateTime64(6, \'UTC\'), String, Int64, Int64, UInt128)')) AS newest,
  max(ingest_time) AS latest_ingest_time
FROM realtime.indicator
GROUP BY source_system, symbol, name;

CREATE OR REPLACE VIEW realtime.indicator_latest (
  symbol LowCardinality(String) COMMENT 'The instrument or group that the value is about',
  symbol_dtype LowCardinality(String) COMMENT 'Dtype of symbol, the same on every row',
  symbol_unit LowCardinality(String) COMMENT 'Unit of symbol, the same on every row',
  symbol_state Enum8('MISSING' = 0, 'LIVE' = 1, 'DELAYED' = 2, 'FROZEN' = 3, 'FROZEN_DELAYED' = 4, 'NOT_SUBSCRIBED' = 5, 'UNKNOWN' = 6, 'CARRIED' = 7, 'DERIVED' = 8, 'UNRESOLVED' = 9, 'PREVIOUS_CLOSE' = 10, 'HALTED' = 11, 'PUBLISHED' = 12) COMMENT 'State of symbol: how it came about',
  event_time DateTime64(6, 'UTC') COMMENT 'The moment that the value holds for; unit 1_us (Microsecond since 1970-01-01T00:00:00Z)',
  event_time_dtype LowCardinality(String) COMMENT 'Dtype of event_time, the same on every row',
  event_time_unit LowCardinality(String) COMMENT 'Unit of event_time, the same on every row',
  event_time_state Enum8('MISSING' = 0, 'LIVE' = 1, 'DELAYED' = 2, 'FROZEN' = 3, 'FROZEN_DELAYED' = 4, 'NOT_SUBSCRIBED' = 5, 'UNKNOWN' = 6, 'CARRIED' = 7, 'DERIVED' = 8, 'UNRESOLVED' = 9, 'PREVIOUS_CLOSE' = 10, 'HALTED' = 11, 'PUBLISHED' = 12) COMMENT 'State of event_time: how it came about',
  name LowCardinality(String) COMMENT 'Name of the indicator',
  name_dtype LowCardinality(String) COMMENT 'Dtype of name, the same on every row',
  name_unit LowCardinality(String) COMMENT 'Unit of name, the same on every row',
  name_state Enum8('MISSING' = 0, 'LIVE' = 1, 'DELAYED' = 2, 'FROZEN' = 3, 'FROZEN_DELAYED' = 4, 'NOT_SUBSCRIBED' = 5, 'UNKNOWN' = 6, 'CARRIED' = 7, 'DERIVED' = 8, 'UNRESOLVED' = 9, 'PREVIOUS_CLOSE' = 10, 'HALTED' = 11, 'PUBLISHED' = 12) COMMENT 'State of name: how it came about',
  value Decimal(38, 12) COMMENT 'The value; its unit is in value_unit',
  value_dtype LowCardinality(String) COMMENT 'Dtype of value, the same on every row',
  value_unit LowCardinality(String) COMMENT 'Unit of value; empty when it has none',
  value_state Enum8('MISSING' = 0, 'LIVE' = 1, 'DELAYED' = 2, 'FROZEN' = 3, 'FROZEN_DELAYED' = 4, 'NOT_SUBSCRIBED' = 5, 'UNKNOWN' = 6, 'CARRIED' = 7, 'DERIVED' = 8, 'UNRESOLVED' = 9, 'PREVIOUS_CLOSE' = 10, 'HALTED' = 11, 'PUBLISHED' = 12) COMMENT 'State of value: how it came about',
  window_start Nullable(DateTime64(6, 'UTC')) COMMENT 'First moment of the rows that it was worked out from; unit 1_us (Microsecond since 1970-01-01T00:00:00Z)',
  window_start_dtype LowCardinality(String) COMMENT 'Dtype of window_start, the same on every row',
  window_start_unit LowCardinality(String) COMMENT 'Unit of window_start, the same on every row',
  window_start_state Enum8('MISSING' = 0, 'LIVE' = 1, 'DELAYED' = 2, 'FROZEN' = 3, 'FROZEN_DELAYED' = 4, 'NOT_SUBSCRIBED' = 5, 'UNKNOWN' = 6, 'CARRIED' = 7, 'DERIVED' = 8, 'UNRESOLVED' = 9, 'PREVIOUS_CLOSE' = 10, 'HALTED' = 11, 'PUBLISHED' = 12) COMMENT 'State of window_start: how it came about',
  source_system LowCardinality(String) COMMENT 'Source that the row came from',
  origin LowCardinality(String) COMMENT 'Kafka topic/partition or lake file that holds the raw message',
  origin_offset Int64 COMMENT 'Offset in the partition, or record number in the file',
  row_index Int64 COMMENT 'Place of the row among those that its raw message gave',
  mapping_version LowCardinality(String) COMMENT 'Version of the source mapping that made the row; of a merged row, the oldest that had a part in it',
  merged_from Int64 COMMENT 'Offset of the first message that may have a part in the row, its own where nothing is merged: the smaller, the more complete',
  ingest_time DateTime64(6, 'UTC') COMMENT 'When the raw message reached the platform'
)
COMMENT 'Latest row per source_system, symbol, name by event_time'
AS SELECT
  symbol,
  'string' AS symbol_dtype,
  '' AS symbol_unit,
  newest_row.symbol_state AS symbol_state,
  newest_row.event_time AS event_time,
  'timestamp' AS event_time_dtype,
  '1_us' AS event_time_unit,
  newest_row.event_time_state AS event_time_state,
  name,
  'string' AS name_dtype,
  '' AS name_unit,
  newest_row.name_state AS name_state,
  newest_row.value AS value,
  'decimal(38,12)' AS value_dtype,
  newest_row.value_unit AS value_unit,
  newest_row.value_state AS value_state,
  newest_row.window_start AS window_start,
  'timestamp' AS window_start_dtype,
  '1_us' AS window_start_unit,
  newest_row.window_start_state AS window_start_state,
  source_system,
  newest_row.origin AS origin,
  newest_row.origin_offset AS origin_offset,
  newest_row.row_index AS row_index,
  newest_row.mapping_version AS mapping_version,
  newest_row.merged_from AS merged_from,
  newest_row.ingest_time AS ingest_time
FROM (SELECT source_system, symbol, name, argMaxMerge(newest) AS newest_row FROM realtime.indicator_latest_state GROUP BY source_system, symbol, name);

CREATE OR REPLACE VIEW realtime.indicator_values (
  symbol LowCardinality(String) COMMENT 'The instrument or group that the value is about',
  event_time DateTime64(6, 'UTC') COMMENT 'The moment that the value holds for; unit 1_us (Microsecond since 1970-01-01T00:00:00Z)',
  source_system LowCardinality(String) COMMENT 'Source that the row came from',
  name LowCardinality(String) COMMENT 'Name of the indicator',
  name_state Enum8('MISSING' = 0, 'LIVE' = 1, 'DELAYED' = 2, 'FROZEN' = 3, 'FROZEN_DELAYED' = 4, 'NOT_SUBSCRIBED' = 5, 'UNKNOWN' = 6, 'CARRIED' = 7, 'DERIVED' = 8, 'UNRESOLVED' = 9, 'PREVIOUS_CLOSE' = 10, 'HALTED' = 11, 'PUBLISHED' = 12) COMMENT 'State of name: how it came about',
  value Decimal(38, 12) COMMENT 'The value; its unit is in value_unit',
  value_unit LowCardinality(String) COMMENT 'Unit of value; empty when it has none',
  value_state Enum8('MISSING' = 0, 'LIVE' = 1, 'DELAYED' = 2, 'FROZEN' = 3, 'FROZEN_DELAYED' = 4, 'NOT_SUBSCRIBED' = 5, 'UNKNOWN' = 6, 'CARRIED' = 7, 'DERIVED' = 8, 'UNRESOLVED' = 9, 'PREVIOUS_CLOSE' = 10, 'HALTED' = 11, 'PUBLISHED' = 12) COMMENT 'State of value: how it came about',
  window_start Nullable(DateTime64(6, 'UTC')) COMMENT 'First moment of the rows that it was worked out from; unit 1_us (Microsecond since 1970-01-01T00:00:00Z)',
  window_start_state Enum8('MISSING' = 0, 'LIVE' = 1, 'DELAYED' = 2, 'FROZEN' = 3, 'FROZEN_DELAYED' = 4, 'NOT_SUBSCRIBED' = 5, 'UNKNOWN' = 6, 'CARRIED' = 7, 'DERIVED' = 8, 'UNRESOLVED' = 9, 'PREVIOUS_CLOSE' = 10, 'HALTED' = 11, 'PUBLISHED' = 12) COMMENT 'State of window_start: how it came about',
  symbol_state Enum8('MISSING' = 0, 'LIVE' = 1, 'DELAYED' = 2, 'FROZEN' = 3, 'FROZEN_DELAYED' = 4, 'NOT_SUBSCRIBED' = 5, 'UNKNOWN' = 6, 'CARRIED' = 7, 'DERIVED' = 8, 'UNRESOLVED' = 9, 'PREVIOUS_CLOSE' = 10, 'HALTED' = 11, 'PUBLISHED' = 12) COMMENT 'State of symbol: how it came about',
  event_time_state Enum8('MISSING' = 0, 'LIVE' = 1, 'DELAYED' = 2, 'FROZEN' = 3, 'FROZEN_DELAYED' = 4, 'NOT_SUBSCRIBED' = 5, 'UNKNOWN' = 6, 'CARRIED' = 7, 'DERIVED' = 8, 'UNRESOLVED' = 9, 'PREVIOUS_CLOSE' = 10, 'HALTED' = 11, 'PUBLISHED' = 12) COMMENT 'State of event_time: how it came about',
  origin LowCardinality(String) COMMENT 'Kafka topic/partition or lake file that holds the raw message',
  origin_offset Int64 COMMENT 'Offset in the partition, or record number in the file',
  row_index Int64 COMMENT 'Place of the row among those that its raw message gave',
  mapping_version LowCardinality(String) COMMENT 'Version of the source mapping that made the row; of a merged row, the oldest that had a part in it',
  merged_from Int64 COMMENT 'Offset of the first message that may have a part in the row, its own where nothing is merged: the smaller, the more complete',
  ingest_time DateTime64(6, 'UTC') COMMENT 'When the raw message reached the platform'
)
COMMENT 'One value of a figure worked out from other rows, such as a spread, an index or a model\'s signal.; without the columns that are the same on every row'
AS SELECT
  symbol,
  event_time,
  source_system,
  name,
  name_state,
  value,
  value_unit,
  value_state,
  window_start,
  window_start_state,
  symbol_state,
  event_time_state,
  origin,
  origin_offset,
  row_index,
  mapping_version,
  merged_from,
  ingest_time
FROM realtime.indicator FINAL;

CREATE OR REPLACE VIEW realtime.indicator_latest_values (
  symbol LowCardinality(String) COMMENT 'The instrument or group that the value is about',
  event_time DateTime64(6, 'UTC') COMMENT 'The moment that the value holds for; unit 1_us (Microsecond since 1970-01-01T00:00:00Z)',
  source_system LowCardinality(String) COMMENT 'Source that the row came from',
  name LowCardinality(String) COMMENT 'Name of the indicator',
  name_state Enum8('MISSING' = 0, 'LIVE' = 1, 'DELAYED' = 2, 'FROZEN' = 3, 'FROZEN_DELAYED' = 4, 'NOT_SUBSCRIBED' = 5, 'UNKNOWN' = 6, 'CARRIED' = 7, 'DERIVED' = 8, 'UNRESOLVED' = 9, 'PREVIOUS_CLOSE' = 10, 'HALTED' = 11, 'PUBLISHED' = 12) COMMENT 'State of name: how it came about',
  value Decimal(38, 12) COMMENT 'The value; its unit is in value_unit',
  value_unit LowCardinality(String) COMMENT 'Unit of value; empty when it has none',
  value_state Enum8('MISSING' = 0, 'LIVE' = 1, 'DELAYED' = 2, 'FROZEN' = 3, 'FROZEN_DELAYED' = 4, 'NOT_SUBSCRIBED' = 5, 'UNKNOWN' = 6, 'CARRIED' = 7, 'DERIVED' = 8, 'UNRESOLVED' = 9, 'PREVIOUS_CLOSE' = 10, 'HALTED' = 11, 'PUBLISHED' = 12) COMMENT 'State of value: how it came about',
  window_start Nullable(DateTime64(6, 'UTC')) COMMENT 'First moment of the rows that it was worked out from; unit 1_us (Microsecond since 1970-01-01T00:00:00Z)',
  window_start_state Enum8('MISSING' = 0, 'LIVE' = 1, 'DELAYED' = 2, 'FROZEN' = 3, 'FROZEN_DELAYED' = 4, 'NOT_SUBSCRIBED' = 5, 'UNKNOWN' = 6, 'CARRIED' = 7, 'DERIVED' = 8, 'UNRESOLVED' = 9, 'PREVIOUS_CLOSE' = 10, 'HALTED' = 11, 'PUBLISHED' = 12) COMMENT 'State of window_start: how it came about',
  symbol_state Enum8('MISSING' = 0, 'LIVE' = 1, 'DELAYED' = 2, 'FROZEN' = 3, 'FROZEN_DELAYED' = 4, 'NOT_SUBSCRIBED' = 5, 'UNKNOWN' = 6, 'CARRIED' = 7, 'DERIVED' = 8, 'UNRESOLVED' = 9, 'PREVIOUS_CLOSE' = 10, 'HALTED' = 11, 'PUBLISHED' = 12) COMMENT 'State of symbol: how it came about',
  event_time_state Enum8('MISSING' = 0, 'LIVE' = 1, 'DELAYED' = 2, 'FROZEN' = 3, 'FROZEN_DELAYED' = 4, 'NOT_SUBSCRIBED' = 5, 'UNKNOWN' = 6, 'CARRIED' = 7, 'DERIVED' = 8, 'UNRESOLVED' = 9, 'PREVIOUS_CLOSE' = 10, 'HALTED' = 11, 'PUBLISHED' = 12) COMMENT 'State of event_time: how it came about',
  origin LowCardinality(String) COMMENT 'Kafka topic/partition or lake file that holds the raw message',
  origin_offset Int64 COMMENT 'Offset in the partition, or record number in the file',
  row_index Int64 COMMENT 'Place of the row among those that its raw message gave',
  mapping_version LowCardinality(String) COMMENT 'Version of the source mapping that made the row; of a merged row, the oldest that had a part in it',
  merged_from Int64 COMMENT 'Offset of the first message that may have a part in the row, its own where nothing is merged: the smaller, the more complete',
  ingest_time DateTime64(6, 'UTC') COMMENT 'When the raw message reached the platform'
)
COMMENT 'The latest snapshot of indicator, by source and symbol, name; without the columns that are the same on every row'
AS SELECT
  symbol,
  event_time,
  source_system,
  name,
  name_state,
  value,
  value_unit,
  value_state,
  window_start,
  window_start_state,
  symbol_state,
  event_time_state,
  origin,
  origin_offset,
  row_index,
  mapping_version,
  merged_from,
  ingest_time
FROM realtime.indicator_latest;
