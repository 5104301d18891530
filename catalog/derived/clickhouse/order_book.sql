-- derived from catalog/categories, catalog/sources and what stands beside them; do not edit: ./twinlane render
CREATE TABLE IF NOT EXISTS realtime.order_book (
  symbol LowCardinality(String) COMMENT 'The catalog\'s own symbol of the instrument' CODEC(ZSTD(1)),
  symbol_dtype LowCardinality(String) DEFAULT 'string' COMMENT 'Dtype of symbol, the same on every row' CODEC(ZSTD(1)),
  symbol_unit LowCardinality(String) DEFAULT '' COMMENT 'Unit of symbol, the same on every row' CODEC(ZSTD(1)),
  symbol_state Enum8('MISSING' = 0, 'LIVE' = 1, 'DELAYED' = 2, 'FROZEN' = 3, 'FROZEN_DELAYED' = 4, 'NOT_SUBSCRIBED' = 5, 'UNKNOWN' = 6, 'CARRIED' = 7, 'DERIVED' = 8, 'UNRESOLVED' = 9, 'PREVIOUS_CLOSE' = 10, 'HALTED' = 11, 'PUBLISHED' = 12) COMMENT 'State of symbol: how it came about' CODEC(ZSTD(1)),
  event_time DateTime64(6, 'UTC') COMMENT 'When it happened; the receive time where the source does not say; unit 1_us (Microsecond since 1970-01-01T00:00:00Z)' CODEC(Delta, ZSTD(1)),
  event_time_dtype LowCardinality(String) DEFAULT 'timestamp' COMMENT 'Dtype of event_time, the same on every row' CODEC(ZSTD(1)),
  event_time_unit LowCardinality(String) DEFAULT '1_us' COMMENT 'Unit of event_time, the same on every row' CODEC(ZSTD(1)),
  event_time_state Enum8('MISSING' = 0, 'LIVE' = 1, 'DELAYED' = 2, 'FROZEN' = 3, 'FROZEN_DELAYED' = 4, 'NOT_SUBSCRIBED' = 5, 'UNKNOWN' = 6, 'CARRIED' = 7, 'DERIVED' = 8, 'UNRESOLVED' = 9, 'PREVIOUS_CLOSE' = 10, 'HALTED' = 11, 'PUBLISHED' = 12) COMMENT 'State of event_time: how it came about' CODEC(ZSTD(1)),
  action LowCardinality(String) COMMENT 'snapshot: the whole book is given anew; clear: so it is, and this side has no level; update: this level alone changed' CODEC(ZSTD(1)),
  action_dtype LowCardinality(String) DEFAULT 'string' COMMENT 'Dtype of action, the same on every row' CODEC(ZSTD(1)),
  action_unit LowCardinality(String) DEFAULT '' COMMENT 'Unit of action, the same on every row' CODEC(ZSTD(1)),
  action_state Enum8('MISSING' = 0, 'LIVE' = 1, 'DELAYED' = 2, 'FROZEN' = 3, 'FROZEN_DELAYED' = 4, 'NOT_SUBSCRIBED' = 5, 'UNKNOWN' = 6, 'CARRIED' = 7, 'DERIVED' = 8, 'UNRESOLVED' = 9, 'PREVIOUS_CLOSE' = 10, 'HALTED' = 11, 'PUBLISHED' = 12) COMMENT 'State of action: how it came about' CODEC(ZSTD(1)),
  side LowCardinality(String) COMMENT 'bid or ask' CODEC(ZSTD(1)),
  side_dtype LowCardinality(String) DEFAULT 'string' COMMENT 'Dtype of side, the same on every row' CODEC(ZSTD(1)),
  side_unit LowCardinality(String) DEFAULT '' COMMENT 'Unit of side, the same on every row' CODEC(ZSTD(1)),
  side_state Enum8('MISSING' = 0, 'LIVE' = 1, 'DELAYED' = 2, 'FROZEN' = 3, 'FROZEN_DELAYED' = 4, 'NOT_SUBSCRIBED' = 5, 'UNKNOWN' = 6, 'CARRIED' = 7, 'DERIVED' = 8, 'UNRESOLVED' = 9, 'PREVIOUS_CLOSE' = 10, 'HALTED' = 11, 'PUBLISHED' = 12) COMMENT 'State of side: how it came about' CODEC(ZSTD(1)),
  price Nullable(Decimal(24, 12)) COMMENT 'Price of the level; its unit is in price_unit' CODEC(ZSTD(1)),
  price_dtype LowCardinality(String) DEFAULT 'decimal(24,12)' COMMENT 'Dtype of price, the same on every row' CODEC(ZSTD(1)),
  price_unit LowCardinality(String) COMMENT 'Unit of price; empty when it has none' CODEC(ZSTD(1)),
  price_state Enum8('MISSING' = 0, 'LIVE' = 1, 'DELAYED' = 2, 'FROZEN' = 3, 'FROZEN_DELAYED' = 4, 'NOT_SUBSCRIBED' = 5, 'UNKNOWN' = 6, 'CARRIED' = 7, 'DERIVED' = 8, 'UNRESOLVED' = 9, 'PREVIOUS_CLOSE' = 10, 'HALTED' = 11, 'PUBLISHED' = 12) COMMENT 'State of price: how it came about' CODEC(ZSTD(1)),
  size Nullable(Decimal(24, 12)) COMMENT 'Size now resting at the level; 0 when the level is gone; its unit is in size_unit' CODEC(ZSTD(1)),
  size_dtype LowCardinality(String) DEFAULT 'decimal(24,12)' COMMENT 'Dtype of size, the same on every row' CODEC(ZSTD(1)),
  size_unit LowCardinality(String) COMMENT 'Unit of size; empty when it has none' CODEC(ZSTD(1)),
  size_state Enum8('MISSING' = 0, 'LIVE' = 1, 'DELAYED' = 2, 'FROZEN' = 3, 'FROZEN_DELAYED' = 4, 'NOT_SUBSCRIBED' = 5, 'UNKNOWN' = 6, 'CARRIED' = 7, 'DERIVED' = 8, 'UNRESOLVED' = 9, 'PREVIOUS_CLOSE' = 10, 'HALTED' = 11, 'PUBLISHED' = 12) COMMENT 'State of size: how it came about' CODEC(ZSTD(1)),
  event_end Bool COMMENT 'Whether the change ends with this row: the last one that its message gave' CODEC(ZSTD(1)),
  event_end_dtype LowCardinality(String) DEFAULT 'boolean' COMMENT 'Dtype of event_end, the same on every row' CODEC(ZSTD(1)),
  event_end_unit LowCardinality(String) DEFAULT '' COMMENT 'Unit of event_end, the same on every row' CODEC(ZSTD(1)),
  event_end_state Enum8('MISSING' = 0, 'LIVE' = 1, 'DELAYED' = 2, 'FROZEN' = 3, 'FROZEN_DELAYED' = 4, 'NOT_SUBSCRIBED' = 5, 'UNKNOWN' = 6, 'CARRIED' = 7, 'DERIVED' = 8, 'UNRESOLVED' = 9, 'PREVIOUS_CLOSE' = 10, 'HALTED' = 11, 'PUBLISHED' = 12) COMMENT 'State of event_end: how it came about' CODEC(ZSTD(1)),
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
PARTITION BY toDate(ingest_time)
TTL toDateTime(ingest_time, 'UTC') + toIntervalSecond(259200)
SETTINGS non_replicated_deduplication_window = 1000, ttl_only_drop_parts = 1
COMMENT 'One price level of one side of an order book, as a message left it. The book of a symbol is the newest row of each side and price at or after the origin_offset of its newest snapshot or clear row, without those of size 0. It is whole after a row with event_end: the rows of one message are one change.';

CREATE TABLE IF NOT EXISTS realtime.order_book_latest_state (
  source_system LowCardinality(String) COMMENT 'Source that the row came from' CODEC(ZSTD(1)),
  symbol LowCardinality(String) COMMENT 'The catalog\'s own symbol of the instrument' CODEC(ZSTD(1)),
  origin LowCardinality(String) COMMENT 'Kafka topic/partition or lake file that holds the raw message' CODEC(ZSTD(1)),
  side LowCardinality(String) COMMENT 'bid or ask' CODEC(ZSTD(1)),
  price Nullable(Decimal(24, 12)) COMMENT 'Price of the level; its unit is in price_unit' CODEC(ZSTD(1)),
  newest AggregateFunction(argMax, Tuple(symbol_state Int8, event_time DateTime64(6, 'UTC'), event_time_state Int8, action String, action_state Int8, side_state Int8, price_unit String, price_state Int8, size Nullable(Decimal(24, 12)), size_unit String, size_state Int8, event_end Bool, event_end_state Int8, origin_offset Int64, row_index Int64, mapping_version String, merged_from Int64, ingest_time DateTime64(6, 'UTC')), Tuple(Int64, Int64, UInt128)) COMMENT 'The latest row as a whole',
  begins SimpleAggregateFunction(max, Tuple(Int64, DateTime64(6, 'UTC'))) COMMENT 'Offset and arrival of the newest row that began the book anew; offset -1: none',
  latest_ingest_time SimpleAggregateFunction(max, DateTime64(6, 'UTC')) COMMENT 'Newest arrival of the key'
)
ENGINE = AggregatingMergeTree
ORDER BY (source_system, symbol, origin, side, price)
-- A key that nothing arrives for any more leaves the snapshot as its rows leave the table.
TTL toDateTime(latest_ingest_time, 'UTC') + toIntervalSecond(259200)
SETTINGS allow_nullable_key = 1
COMMENT 'Latest row per source_system, symbol, origin, side, price; read it as order_book_latest';

CREATE MATERIALIZED VIEW IF NOT EXISTS realtime.order_book_latest_feed TO realtime.order_book_latest_state AS
SELECT
  source_system,
  symbol,
  origin,
  entry.1 AS side,
  entry.2 AS price,
  argMaxState(
    CAST(tuple(symbol_state, event_time, event_time_state, action, action_state, side_state, price_unit, price_state, size, size_unit, size_state, event_end, event_end_state, origin_offset, row_index, mapping_version, merged_from, ingest_time),
      'Tuple(symbol_state Int8, event_time DateTime64(6, \'UTC\'), event_time_state Int8, action String, action_state Int8, side_state Int8, price_unit String, price_state Int8, size Nullable(Decimal(24, 12)), size_unit String, size_state Int8, event_end Bool, event_end_state Int8, origin_offset Int64, row_index Int64, mapping_version String, merged_from Int64, ingest_time DateTime64(6, \'UTC\'))'),
    CAST(tuple(origin_offset, row_index, bitOr(bitShiftLeft(toUInt128(toUInt64OrZero(splitByChar('/', mapping_version)[-1])), 64), toUInt128(bitNot(toUInt64(merged_from))))), 'Tuple(Int64, Int64, UInt128)')) AS newest,
  max(if(action IN ('snapshot', 'clear'), (origin_offset, ingest_time), (toInt64(-1), toDateTime64(0, 6, 'UTC')))) AS begins,
  max(ingest_time) AS latest_ingest_time
FROM (SELECT * EXCEPT (side, price), arrayJoin(if(event_end OR action IN ('snapshot', 'clear'), [(toString(side), price), ('', NULL)], [(toString(side), price)])) AS entry FROM realtime.order_book)
GROUP BY source_system, symbol, origin, side, price;

CREATE OR REPLACE VIEW realtime.order_book_latest (
  symbol LowCardinality(String) COMMENT 'The catalog\'s own symbol of the instrument',
  symbol_dtype LowCardinality(String) COMMENT 'Dtype of symbol, the same on every row',
  symbol_unit LowCardinality(String) COMMENT 'Unit of symbol, the same on every row',
  symbol_state Enum8('MISSING' = 0, 'LIVE' = 1, 'DELAYED' = 2, 'FROZEN' = 3, 'FROZEN_DELAYED' = 4, 'NOT_SUBSCRIBED' = 5, 'UNKNOWN' = 6, 'CARRIED' = 7, 'DERIVED' = 8, 'UNRESOLVED' = 9, 'PREVIOUS_CLOSE' = 10, 'HALTED' = 11, 'PUBLISHED' = 12) COMMENT 'State of symbol: how it came about',
  event_time DateTime64(6, 'UTC') COMMENT 'When it happened; the receive time where the source does not say; unit 1_us (Microsecond since 1970-01-01T00:00:00Z)',
  event_time_dtype LowCardinality(String) COMMENT 'Dtype of event_time, the same on every row',
  event_time_unit LowCardinality(String) COMMENT 'Unit of event_time, the same on every row',
  event_time_state Enum8('MISSING' = 0, 'LIVE' = 1, 'DELAYED' = 2, 'FROZEN' = 3, 'FROZEN_DELAYED' = 4, 'NOT_SUBSCRIBED' = 5, 'UNKNOWN' = 6, 'CARRIED' = 7, 'DERIVED' = 8, 'UNRESOLVED' = 9, 'PREVIOUS_CLOSE' = 10, 'HALTED' = 11, 'PUBLISHED' = 12) COMMENT 'State of event_time: how it came about',
  action LowCardinality(String) COMMENT 'snapshot: the whole book is given anew; clear: so it is, and this side has no level; update: this level alone changed',
  action_dtype LowCardinality(String) COMMENT 'Dtype of action, the same on every row',
  action_unit LowCardinality(String) COMMENT 'Unit of action, the same on every row',
  action_state Enum8('MISSING' = 0, 'LIVE' = 1, 'DELAYED' = 2, 'FROZEN' = 3, 'FROZEN_DELAYED' = 4, 'NOT_SUBSCRIBED' = 5, 'UNKNOWN' = 6, 'CARRIED' = 7, 'DERIVED' = 8, 'UNRESOLVED' = 9, 'PREVIOUS_CLOSE' = 10, 'HALTED' = 11, 'PUBLISHED' = 12) COMMENT 'State of action: how it came about',
  side LowCardinality(String) COMMENT 'bid or ask',
  side_dtype LowCardinality(String) COMMENT 'Dtype of side, the same on every row',
  side_unit LowCardinality(String) COMMENT 'Unit of side, the same on every row',
  side_state Enum8('MISSING' = 0, 'LIVE' = 1, 'DELAYED' = 2, 'FROZEN' = 3, 'FROZEN_DELAYED' = 4, 'NOT_SUBSCRIBED' = 5, 'UNKNOWN' = 6, 'CARRIED' = 7, 'DERIVED' = 8, 'UNRESOLVED' = 9, 'PREVIOUS_CLOSE' = 10, 'HALTED' = 11, 'PUBLISHED' = 12) COMMENT 'State of side: how it came about',
  price Nullable(Decimal(24, 12)) COMMENT 'Price of the level; its unit is in price_unit',
  price_dtype LowCardinality(String) COMMENT 'Dtype of price, the same on every row',
  price_unit LowCardinality(String) COMMENT 'Unit of price; empty when it has none',
  price_state Enum8('MISSING' = 0, 'LIVE' = 1, 'DELAYED' = 2, 'FROZEN' = 3, 'FROZEN_DELAYED' = 4, 'NOT_SUBSCRIBED' = 5, 'UNKNOWN' = 6, 'CARRIED' = 7, 'DERIVED' = 8, 'UNRESOLVED' = 9, 'PREVIOUS_CLOSE' = 10, 'HALTED' = 11, 'PUBLISHED' = 12) COMMENT 'State of price: how it came about',
  size Nullable(Decimal(24, 12)) COMMENT 'Size now resting at the level; 0 when the level is gone; its unit is in size_unit',
  size_dtype LowCardinality(String) COMMENT 'Dtype of size, the same on every row',
  size_unit LowCardinality(String) COMMENT 'Unit of size; empty when it has none',
  size_state Enum8('MISSING' = 0, 'LIVE' = 1, 'DELAYED' = 2, 'FROZEN' = 3, 'FROZEN_DELAYED' = 4, 'NOT_SUBSCRIBED' = 5, 'UNKNOWN' = 6, 'CARRIED' = 7, 'DERIVED' = 8, 'UNRESOLVED' = 9, 'PREVIOUS_CLOSE' = 10, 'HALTED' = 11, 'PUBLISHED' = 12) COMMENT 'State of size: how it came about',
  event_end Bool COMMENT 'Whether the change ends with this row: the last one that its message gave',
  event_end_dtype LowCardinality(String) COMMENT 'Dtype of event_end, the same on every row',
  event_end_unit LowCardinality(String) COMMENT 'Unit of event_end, the same on every row',
  event_end_state Enum8('MISSING' = 0, 'LIVE' = 1, 'DELAYED' = 2, 'FROZEN' = 3, 'FROZEN_DELAYED' = 4, 'NOT_SUBSCRIBED' = 5, 'UNKNOWN' = 6, 'CARRIED' = 7, 'DERIVED' = 8, 'UNRESOLVED' = 9, 'PREVIOUS_CLOSE' = 10, 'HALTED' = 11, 'PUBLISHED' = 12) COMMENT 'State of event_end: how it came about',
  source_system LowCardinality(String) COMMENT 'Source that the row came from',
  origin LowCardinality(String) COMMENT 'Kafka topic/partition or lake file that holds the raw message',
  origin_offset Int64 COMMENT 'Offset in the partition, or record number in the file',
  row_index Int64 COMMENT 'Place of the row among those that its raw message gave',
  mapping_version LowCardinality(String) COMMENT 'Version of the source mapping that made the row; of a merged row, the oldest that had a part in it',
  merged_from Int64 COMMENT 'Offset of the first message that may have a part in the row, its own where nothing is merged: the smaller, the more complete',
  ingest_time DateTime64(6, 'UTC') COMMENT 'When the raw message reached the platform'
)
COMMENT 'The current book: levels at or after the newest snapshot of their source and symbol, without empty ones'
AS SELECT
  symbol,
  'string' AS symbol_dtype,
  '' AS symbol_unit,
  newest_row.symbol_state AS symbol_state,
  newest_row.event_time AS event_time,
  'timestamp' AS event_time_dtype,
  '1_us' AS event_time_unit,
  newest_row.event_time_state AS event_time_state,
  newest_row.action AS action,
  'string' AS action_dtype,
  '' AS action_unit,
  newest_row.action_state AS action_state,
  side,
  'string' AS side_dtype,
  '' AS side_unit,
  newest_row.side_state AS side_state,
  price,
  'decimal(24,12)' AS price_dtype,
  newest_row.price_unit AS price_unit,
  newest_row.price_state AS price_state,
  newest_row.size AS size,
  'decimal(24,12)' AS size_dtype,
  newest_row.size_unit AS size_unit,
  newest_row.size_state AS size_state,
  newest_row.event_end AS event_end,
  'boolean' AS event_end_dtype,
  '' AS event_end_unit,
  newest_row.event_end_state AS event_end_state,
  source_system,
  origin,
  newest_row.origin_offset AS origin_offset,
  newest_row.row_index AS row_index,
  newest_row.mapping_version AS mapping_version,
  newest_row.merged_from AS merged_from,
  newest_row.ingest_time AS ingest_time
FROM (
  SELECT *, argMax((origin, began.1), (began.2, origin)) OVER (PARTITION BY source_system, symbol) AS book
  FROM (SELECT source_system, symbol, origin, side, price, argMaxMerge(newest) AS newest_row, max(begins) AS began FROM realtime.order_book_latest_state
    GROUP BY source_system, symbol, origin, side, price))
WHERE side != '' AND origin = book.1 AND book.2 >= 0 AND newest_row.origin_offset >= book.2 AND newest_row.size > 0;

CREATE OR REPLACE VIEW realtime.order_book_values (
  symbol LowCardinality(String) COMMENT 'The catalog\'s own symbol of the instrument',
  event_time DateTime64(6, 'UTC') COMMENT 'When it happened; the receive time where the source does not say; unit 1_us (Microsecond since 1970-01-01T00:00:00Z)',
  source_system LowCardinality(String) COMMENT 'Source that the row came from',
  action LowCardinality(String) COMMENT 'snapshot: the whole book is given anew; clear: so it is, and this side has no level; update: this level alone changed',
  action_state Enum8('MISSING' = 0, 'LIVE' = 1, 'DELAYED' = 2, 'FROZEN' = 3, 'FROZEN_DELAYED' = 4, 'NOT_SUBSCRIBED' = 5, 'UNKNOWN' = 6, 'CARRIED' = 7, 'DERIVED' = 8, 'UNRESOLVED' = 9, 'PREVIOUS_CLOSE' = 10, 'HALTED' = 11, 'PUBLISHED' = 12) COMMENT 'State of action: how it came about',
  side LowCardinality(String) COMMENT 'bid or ask',
  side_state Enum8('MISSING' = 0, 'LIVE' = 1, 'DELAYED' = 2, 'FROZEN' = 3, 'FROZEN_DELAYED' = 4, 'NOT_SUBSCRIBED' = 5, 'UNKNOWN' = 6, 'CARRIED' = 7, 'DERIVED' = 8, 'UNRESOLVED' = 9, 'PREVIOUS_CLOSE' = 10, 'HALTED' = 11, 'PUBLISHED' = 12) COMMENT 'State of side: how it came about',
  price Nullable(Decimal(24, 12)) COMMENT 'Price of the level; its unit is in price_unit',
  price_unit LowCardinality(String) COMMENT 'Unit of price; empty when it has none',
  price_state Enum8('MISSING' = 0, 'LIVE' = 1, 'DELAYED' = 2, 'FROZEN' = 3, 'FROZEN_DELAYED' = 4, 'NOT_SUBSCRIBED' = 5, 'UNKNOWN' = 6, 'CARRIED' = 7, 'DERIVED' = 8, 'UNRESOLVED' = 9, 'PREVIOUS_CLOSE' = 10, 'HALTED' = 11, 'PUBLISHED' = 12) COMMENT 'State of price: how it came about',
  size Nullable(Decimal(24, 12)) COMMENT 'Size now resting at the level; 0 when the level is gone; its unit is in size_unit',
  size_unit LowCardinality(String) COMMENT 'Unit of size; empty when it has none',
  size_state Enum8('MISSING' = 0, 'LIVE' = 1, 'DELAYED' = 2, 'FROZEN' = 3, 'FROZEN_DELAYED' = 4, 'NOT_SUBSCRIBED' = 5, 'UNKNOWN' = 6, 'CARRIED' = 7, 'DERIVED' = 8, 'UNRESOLVED' = 9, 'PREVIOUS_CLOSE' = 10, 'HALTED' = 11, 'PUBLISHED' = 12) COMMENT 'State of size: how it came about',
  event_end Bool COMMENT 'Whether the change ends with this row: the last one that its message gave',
  event_end_state Enum8('MISSING' = 0, 'LIVE' = 1, 'DELAYED' = 2, 'FROZEN' = 3, 'FROZEN_DELAYED' = 4, 'NOT_SUBSCRIBED' = 5, 'UNKNOWN' = 6, 'CARRIED' = 7, 'DERIVED' = 8, 'UNRESOLVED' = 9, 'PREVIOUS_CLOSE' = 10, 'HALTED' = 11, 'PUBLISHED' = 12) COMMENT 'State of event_end: how it came about',
  symbol_state Enum8('MISSING' = 0, 'LIVE' = 1, 'DELAYED' = 2, 'FROZEN' = 3, 'FROZEN_DELAYED' = 4, 'NOT_SUBSCRIBED' = 5, 'UNKNOWN' = 6, 'CARRIED' = 7, 'DERIVED' = 8, 'UNRESOLVED' = 9, 'PREVIOUS_CLOSE' = 10, 'HALTED' = 11, 'PUBLISHED' = 12) COMMENT 'State of symbol: how it came about',
  event_time_state Enum8('MISSING' = 0, 'LIVE' = 1, 'DELAYED' = 2, 'FROZEN' = 3, 'FROZEN_DELAYED' = 4, 'NOT_SUBSCRIBED' = 5, 'UNKNOWN' = 6, 'CARRIED' = 7, 'DERIVED' = 8, 'UNRESOLVED' = 9, 'PREVIOUS_CLOSE' = 10, 'HALTED' = 11, 'PUBLISHED' = 12) COMMENT 'State of event_time: how it came about',
  origin LowCardinality(String) COMMENT 'Kafka topic/partition or lake file that holds the raw message',
  origin_offset Int64 COMMENT 'Offset in the partition, or record number in the file',
  row_index Int64 COMMENT 'Place of the row among those that its raw message gave',
  mapping_version LowCardinality(String) COMMENT 'Version of the source mapping that made the row; of a merged row, the oldest that had a part in it',
  merged_from Int64 COMMENT 'Offset of the first message that may have a part in the row, its own where nothing is merged: the smaller, the more complete',
  ingest_time DateTime64(6, 'UTC') COMMENT 'When the raw message reached the platform'
)
COMMENT 'One price level of one side of an order book, as a message left it. The book of a symbol is the newest row of each side and price at or after the origin_offset of its newest snapshot or clear row, without those of size 0. It is whole after a row with event_end: the rows of one message are one change.; without the columns that are the same on every row'
AS SELECT
  symbol,
  event_time,
  source_system,
  action,
  action_state,
  side,
  side_state,
  price,
  price_unit,
  price_state,
  size,
  size_unit,
  size_state,
  event_end,
  event_end_state,
  symbol_state,
  event_time_state,
  origin,
  origin_offset,
  row_index,
  mapping_version,
  merged_from,
  ingest_time
FROM realtime.order_book FINAL;

CREATE OR REPLACE VIEW realtime.order_book_latest_values (
  symbol LowCardinality(String) COMMENT 'The catalog\'s own symbol of the instrument',
  event_time DateTime64(6, 'UTC') COMMENT 'When it happened; the receive time where the source does not say; unit 1_us (Microsecond since 1970-01-01T00:00:00Z)',
  source_system LowCardinality(String) COMMENT 'Source that the row came from',
  action LowCardinality(String) COMMENT 'snapshot: the whole book is given anew; clear: so it is, and this side has no level; update: this level alone changed',
  action_state Enum8('MISSING' = 0, 'LIVE' = 1, 'DELAYED' = 2, 'FROZEN' = 3, 'FROZEN_DELAYED' = 4, 'NOT_SUBSCRIBED' = 5, 'UNKNOWN' = 6, 'CARRIED' = 7, 'DERIVED' = 8, 'UNRESOLVED' = 9, 'PREVIOUS_CLOSE' = 10, 'HALTED' = 11, 'PUBLISHED' = 12) COMMENT 'State of action: how it came about',
  side LowCardinality(String) COMMENT 'bid or ask',
  side_state Enum8('MISSING' = 0, 'LIVE' = 1, 'DELAYED' = 2, 'FROZEN' = 3, 'FROZEN_DELAYED' = 4, 'NOT_SUBSCRIBED' = 5, 'UNKNOWN' = 6, 'CARRIED' = 7, 'DERIVED' = 8, 'UNRESOLVED' = 9, 'PREVIOUS_CLOSE' = 10, 'HALTED' = 11, 'PUBLISHED' = 12) COMMENT 'State of side: how it came about',
  price Nullable(Decimal(24, 12)) COMMENT 'Price of the level; its unit is in price_unit',
  price_unit LowCardinality(String) COMMENT 'Unit of price; empty when it has none',
  price_state Enum8('MISSING' = 0, 'LIVE' = 1, 'DELAYED' = 2, 'FROZEN' = 3, 'FROZEN_DELAYED' = 4, 'NOT_SUBSCRIBED' = 5, 'UNKNOWN' = 6, 'CARRIED' = 7, 'DERIVED' = 8, 'UNRESOLVED' = 9, 'PREVIOUS_CLOSE' = 10, 'HALTED' = 11, 'PUBLISHED' = 12) COMMENT 'State of price: how it came about',
  size Nullable(Decimal(24, 12)) COMMENT 'Size now resting at the level; 0 when the level is gone; its unit is in size_unit',
  size_unit LowCardinality(String) COMMENT 'Unit of size; empty when it has none',
  size_state Enum8('MISSING' = 0, 'LIVE' = 1, 'DELAYED' = 2, 'FROZEN' = 3, 'FROZEN_DELAYED' = 4, 'NOT_SUBSCRIBED' = 5, 'UNKNOWN' = 6, 'CARRIED' = 7, 'DERIVED' = 8, 'UNRESOLVED' = 9, 'PREVIOUS_CLOSE' = 10, 'HALTED' = 11, 'PUBLISHED' = 12) COMMENT 'State of size: how it came about',
  event_end Bool COMMENT 'Whether the change ends with this row: the last one that its message gave',
  event_end_state Enum8('MISSING' = 0, 'LIVE' = 1, 'DELAYED' = 2, 'FROZEN' = 3, 'FROZEN_DELAYED' = 4, 'NOT_SUBSCRIBED' = 5, 'UNKNOWN' = 6, 'CARRIED' = 7, 'DERIVED' = 8, 'UNRESOLVED' = 9, 'PREVIOUS_CLOSE' = 10, 'HALTED' = 11, 'PUBLISHED' = 12) COMMENT 'State of event_end: how it came about',
  symbol_state Enum8('MISSING' = 0, 'LIVE' = 1, 'DELAYED' = 2, 'FROZEN' = 3, 'FROZEN_DELAYED' = 4, 'NOT_SUBSCRIBED' = 5, 'UNKNOWN' = 6, 'CARRIED' = 7, 'DERIVED' = 8, 'UNRESOLVED' = 9, 'PREVIOUS_CLOSE' = 10, 'HALTED' = 11, 'PUBLISHED' = 12) COMMENT 'State of symbol: how it came about',
  event_time_state Enum8('MISSING' = 0, 'LIVE' = 1, 'DELAYED' = 2, 'FROZEN' = 3, 'FROZEN_DELAYED' = 4, 'NOT_SUBSCRIBED' = 5, 'UNKNOWN' = 6, 'CARRIED' = 7, 'DERIVED' = 8, 'UNRESOLVED' = 9, 'PREVIOUS_CLOSE' = 10, 'HALTED' = 11, 'PUBLISHED' = 12) COMMENT 'State of event_time: how it came about',
  origin LowCardinality(String) COMMENT 'Kafka topic/partition or lake file that holds the raw message',
  origin_offset Int64 COMMENT 'Offset in the partition, or record number in the file',
  row_index Int64 COMMENT 'Place of the row among those that its raw message gave',
  mapping_version LowCardinality(String) COMMENT 'Version of the source mapping that made the row; of a merged row, the oldest that had a part in it',
  merged_from Int64 COMMENT 'Offset of the first message that may have a part in the row, its own where nothing is merged: the smaller, the more complete',
  ingest_time DateTime64(6, 'UTC') COMMENT 'When the raw message reached the platform'
)
COMMENT 'The latest snapshot of order_book, by source and symbol, side, price; without the columns that are the same on every row'
AS SELECT
  symbol,
  event_time,
  source_system,
  action,
  action_state,
  side,
  side_state,
  price,
  price_unit,
  price_state,
  size,
  size_unit,
  size_state,
  event_end,
  event_end_state,
  symbol_state,
  event_time_state,
  origin,
  origin_offset,
  row_index,
  mapping_version,
  merged_from,
  ingest_time
FROM realtime.order_book_latest;

CREATE OR REPLACE VIEW realtime.order_book_at
COMMENT 'The book of one source and symbol at a moment, best levels first: SELECT * FROM realtime.order_book_at(symbol = \'BTC-USD\', source = \'coinbase\', at = \'2026-11-20 14:30:05\')'
AS SELECT side, price, newest.price_unit AS price_unit, newest.size AS size, newest.size_unit AS size_unit, newest.changed AS event_time, newest.origin AS origin, newest.origin_offset AS origin_offset
FROM (
  SELECT side, price, argMax(CAST(tuple(price_unit, size, size_unit, event_time, origin, origin_offset), 'Tuple(price_unit String, size Nullable(Decimal(24, 12)), size_unit String, changed DateTime64(6, \'UTC\'), origin String, origin_offset Int64)'), (origin_offset, row_index)) AS newest
  FROM realtime.order_book AS levels INNER JOIN (
    SELECT argMax(origin, arrived) AS origin, argMax(begun.1, arrived) AS begins, argMax(ends, arrived) AS ends FROM (
      SELECT origin, ends, max((origin_offset, ingest_time)) AS begun, (begun.2, origin) AS arrived
      FROM realtime.order_book AS beginnings INNER JOIN (
        SELECT origin, max(origin_offset) AS ends FROM realtime.order_book
        WHERE symbol = {symbol:String} AND source_system = {source:String} AND event_time <= {at:DateTime64(6, 'UTC')} GROUP BY origin) AS happened USING (origin)
      WHERE symbol = {symbol:String} AND source_system = {source:String} AND action IN ('snapshot', 'clear') AND origin_offset <= ends
      GROUP BY origin, ends)
    HAVING count() > 0) AS span USING (origin)
  WHERE symbol = {symbol:String} AND source_system = {source:String} AND origin_offset BETWEEN begins AND ends
  GROUP BY side, price)
WHERE newest.size > 0
ORDER BY side, if(side = 'bid', -price, price);
