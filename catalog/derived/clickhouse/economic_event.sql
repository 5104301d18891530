-- derived from catalog/categories, catalog/sources and what stands beside them; do not edit: ./twinlane render
CREATE TABLE IF NOT EXISTS realtime.economic_event (
  release LowCardinality(String) COMMENT 'The release that the figure was published in' CODEC(ZSTD(1)),
  release_dtype LowCardinality(String) DEFAULT 'string' COMMENT 'Dtype of release, the same on every row' CODEC(ZSTD(1)),
  release_unit LowCardinality(String) DEFAULT '' COMMENT 'Unit of release, the same on every row' CODEC(ZSTD(1)),
  release_state Enum8('MISSING' = 0, 'LIVE' = 1, 'DELAYED' = 2, 'FROZEN' = 3, 'FROZEN_DELAYED' = 4, 'NOT_SUBSCRIBED' = 5, 'UNKNOWN' = 6, 'CARRIED' = 7, 'DERIVED' = 8, 'UNRESOLVED' = 9, 'PREVIOUS_CLOSE' = 10, 'HALTED' = 11, 'PUBLISHED' = 12) COMMENT 'State of release: how it came about' CODEC(ZSTD(1)),
  event_time DateTime64(6, 'UTC') COMMENT 'The date that the figure is for, at midnight UTC; unit 1_us (Microsecond since 1970-01-01T00:00:00Z)' CODEC(Delta, ZSTD(1)),
  event_time_dtype LowCardinality(String) DEFAULT 'timestamp' COMMENT 'Dtype of event_time, the same on every row' CODEC(ZSTD(1)),
  event_time_unit LowCardinality(String) DEFAULT '1_us' COMMENT 'Unit of event_time, the same on every row' CODEC(ZSTD(1)),
  event_time_state Enum8('MISSING' = 0, 'LIVE' = 1, 'DELAYED' = 2, 'FROZEN' = 3, 'FROZEN_DELAYED' = 4, 'NOT_SUBSCRIBED' = 5, 'UNKNOWN' = 6, 'CARRIED' = 7, 'DERIVED' = 8, 'UNRESOLVED' = 9, 'PREVIOUS_CLOSE' = 10, 'HALTED' = 11, 'PUBLISHED' = 12) COMMENT 'State of event_time: how it came about' CODEC(ZSTD(1)),
  release_time Nullable(DateTime64(6, 'UTC')) COMMENT 'When the figure became known to the platform; unit 1_us (Microsecond since 1970-01-01T00:00:00Z)' CODEC(Delta, ZSTD(1)),
  release_time_dtype LowCardinality(String) DEFAULT 'timestamp' COMMENT 'Dtype of release_time, the same on every row' CODEC(ZSTD(1)),
  release_time_unit LowCardinality(String) DEFAULT '1_us' COMMENT 'Unit of release_time, the same on every row' CODEC(ZSTD(1)),
  release_time_state Enum8('MISSING' = 0, 'LIVE' = 1, 'DELAYED' = 2, 'FROZEN' = 3, 'FROZEN_DELAYED' = 4, 'NOT_SUBSCRIBED' = 5, 'UNKNOWN' = 6, 'CARRIED' = 7, 'DERIVED' = 8, 'UNRESOLVED' = 9, 'PREVIOUS_CLOSE' = 10, 'HALTED' = 11, 'PUBLISHED' = 12) COMMENT 'State of release_time: how it came about' CODEC(ZSTD(1)),
  subject LowCardinality(String) COMMENT 'What the figure is about: a series, or a market of the release' CODEC(ZSTD(1)),
  subject_dtype LowCardinality(String) DEFAULT 'string' COMMENT 'Dtype of subject, the same on every row' CODEC(ZSTD(1)),
  subject_unit LowCardinality(String) DEFAULT '' COMMENT 'Unit of subject, the same on every row' CODEC(ZSTD(1)),
  subject_state Enum8('MISSING' = 0, 'LIVE' = 1, 'DELAYED' = 2, 'FROZEN' = 3, 'FROZEN_DELAYED' = 4, 'NOT_SUBSCRIBED' = 5, 'UNKNOWN' = 6, 'CARRIED' = 7, 'DERIVED' = 8, 'UNRESOLVED' = 9, 'PREVIOUS_CLOSE' = 10, 'HALTED' = 11, 'PUBLISHED' = 12) COMMENT 'State of subject: how it came about' CODEC(ZSTD(1)),
  subject_name LowCardinality(Nullable(String)) COMMENT 'The subject in the publisher\'s words' CODEC(ZSTD(1)),
  subject_name_dtype LowCardinality(String) DEFAULT 'string' COMMENT 'Dtype of subject_name, the same on every row' CODEC(ZSTD(1)),
  subject_name_unit LowCardinality(String) DEFAULT '' COMMENT 'Unit of subject_name, the same on every row' CODEC(ZSTD(1)),
  subject_name_state Enum8('MISSING' = 0, 'LIVE' = 1, 'DELAYED' = 2, 'FROZEN' = 3, 'FROZEN_DELAYED' = 4, 'NOT_SUBSCRIBED' = 5, 'UNKNOWN' = 6, 'CARRIED' = 7, 'DERIVED' = 8, 'UNRESOLVED' = 9, 'PREVIOUS_CLOSE' = 10, 'HALTED' = 11, 'PUBLISHED' = 12) COMMENT 'State of subject_name: how it came about' CODEC(ZSTD(1)),
  field LowCardinality(String) COMMENT 'Which of the subject\'s figures' CODEC(ZSTD(1)),
  field_dtype LowCardinality(String) DEFAULT 'string' COMMENT 'Dtype of field, the same on every row' CODEC(ZSTD(1)),
  field_unit LowCardinality(String) DEFAULT '' COMMENT 'Unit of field, the same on every row' CODEC(ZSTD(1)),
  field_state Enum8('MISSING' = 0, 'LIVE' = 1, 'DELAYED' = 2, 'FROZEN' = 3, 'FROZEN_DELAYED' = 4, 'NOT_SUBSCRIBED' = 5, 'UNKNOWN' = 6, 'CARRIED' = 7, 'DERIVED' = 8, 'UNRESOLVED' = 9, 'PREVIOUS_CLOSE' = 10, 'HALTED' = 11, 'PUBLISHED' = 12) COMMENT 'State of field: how it came about' CODEC(ZSTD(1)),
  value Nullable(Decimal(38, 12)) COMMENT 'The figure; its unit is in value_unit' CODEC(ZSTD(1)),
  value_dtype LowCardinality(String) DEFAULT 'decimal(38,12)' COMMENT 'Dtype of value, the same on every row' CODEC(ZSTD(1)),
  value_unit LowCardinality(String) COMMENT 'Unit of value; empty when it has none' CODEC(ZSTD(1)),
  value_state Enum8('MISSING' = 0, 'LIVE' = 1, 'DELAYED' = 2, 'FROZEN' = 3, 'FROZEN_DELAYED' = 4, 'NOT_SUBSCRIBED' = 5, 'UNKNOWN' = 6, 'CARRIED' = 7, 'DERIVED' = 8, 'UNRESOLVED' = 9, 'PREVIOUS_CLOSE' = 10, 'HALTED' = 11, 'PUBLISHED' = 12) COMMENT 'State of value: how it came about' CODEC(ZSTD(1)),
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
ORDER BY (release, event_time, origin, origin_offset, row_index)
-- By the time of arrival: what is old news when it comes stays as long as anything else, and a repeat finds its partition.
PARTITION BY toMonday(ingest_time)
TTL toDateTime(ingest_time, 'UTC') + toIntervalSecond(7776000)
SETTINGS non_replicated_deduplication_window = 1000, ttl_only_drop_parts = 1
COMMENT 'One figure of one official release, for one subject and one period.';

CREATE TABLE IF NOT EXISTS realtime.economic_event_latest_state (
  source_system LowCardinality(String) COMMENT 'Source that the row came from' CODEC(ZSTD(1)),
  release LowCardinality(String) COMMENT 'The release that the figure was published in' CODEC(ZSTD(1)),
  subject LowCardinality(String) COMMENT 'What the figure is about: a series, or a market of the release' CODEC(ZSTD(1)),
  field LowCardinality(String) COMMENT 'Which of the subject\'s figures' CODEC(ZSTD(1)),
  newest AggregateFunction(argMax, Tuple(release_state Int8, event_time DateTime64(6, 'UTC'), event_time_state Int8, release_time Nullable(DateTime64(6, 'UTC')), release_time_state Int8, subject_state Int8, subject_name Nullable(String), subject_name_state Int8, field_state Int8, value Nullable(Decimal(38, 12)), value_unit String, value_state Int8, origin String, origin_offset Int64, row_index Int64, mapping_version String, merged_from Int64, ingest_time DateTime64(6, 'UTC')), Tuple(DateTime64(6, 'UTC'), DateTime64(6, 'UTC'), String, Int64, Int64, UInt128)) COMMENT 'The latest row as a whole',
  latest_ingest_time SimpleAggregateFunction(max, DateTime64(6, 'UTC')) COMMENT 'Newest arrival of the key'
)
ENGINE = AggregatingMergeTree
ORDER BY (source_system, release, subject, field)
-- A key that nothing arrives for any more leaves the snapshot as its rows leave the table.
TTL toDateTime(latest_ingest_time, 'UTC') + toIntervalSecond(7776000)
COMMENT 'Latest row per source_system, release, subject, field; read it as economic_event_latest';

CREATE MATERIALIZED VIEW IF NOT EXISTS realtime.economic_event_latest_feed TO realtime.economic_event_latest_state AS
SELECT
  source_system, release, subject, field,
  argMaxState(
    CAST(tuple(release_state, event_time, event_time_state, release_time, release_time_state, subject_state, subject_name, subject_name_state, field_state, value, value_unit, value_state, origin, origin_offset, row_index, mapping_version, merged_from, ingest_time),
      'Tuple(release_state Int8, event_time DateTime64(6, \'UTC\'), event_time_state Int8, release_time Nullable(DateTime64(6, \'UTC\')), release_time_state Int8, subject_state Int8, subject_name Nullable(String), subject_name_state Int8, field_state Int8, value Nullable(Decimal(38, 12)), value_unit String, value_state Int8, origin String, origin_offset Int64, row_index Int64, mapping_version String, merged_from Int64, ingest_time DateTime64(6, \'UTC\'))'),
    CAST(tuple(event_time, ingest_time, origin, origin_offset, row_index, bitOr(bitShiftLeft(toUInt128(toUInt64OrZero(splitByChar('/', mapping_version)[-1])), 64), toUInt128(bitNot(toUInt64(merged_from))))), 'Tuple(DateTime64(6, \'UTC\'), DateTime64(6, \'UTC\'), String, Int64, Int64, UInt128)')) AS newest,
  max(ingest_time) AS latest_ingest_time
FROM realtime.economic_event
GROUP BY source_system, release, subject, field;

CREATE OR REPLACE VIEW realtime.economic_event_latest (
  release LowCardinality(String) COMMENT 'The release that the figure was published in',
  release_dtype LowCardinality(String) COMMENT 'Dtype of release, the same on every row',
  release_unit LowCardinality(String) COMMENT 'Unit of release, the same on every row',
  release_state Enum8('MISSING' = 0, 'LIVE' = 1, 'DELAYED' = 2, 'FROZEN' = 3, 'FROZEN_DELAYED' = 4, 'NOT_SUBSCRIBED' = 5, 'UNKNOWN' = 6, 'CARRIED' = 7, 'DERIVED' = 8, 'UNRESOLVED' = 9, 'PREVIOUS_CLOSE' = 10, 'HALTED' = 11, 'PUBLISHED' = 12) COMMENT 'State of release: how it came about',
  event_time DateTime64(6, 'UTC') COMMENT 'The date that the figure is for, at midnight UTC; unit 1_us (Microsecond since 1970-01-01T00:00:00Z)',
  event_time_dtype LowCardinality(String) COMMENT 'Dtype of event_time, the same on every row',
  event_time_unit LowCardinality(String) COMMENT 'Unit of event_time, the same on every row',
  event_time_state Enum8('MISSING' = 0, 'LIVE' = 1, 'DELAYED' = 2, 'FROZEN' = 3, 'FROZEN_DELAYED' = 4, 'NOT_SUBSCRIBED' = 5, 'UNKNOWN' = 6, 'CARRIED' = 7, 'DERIVED' = 8, 'UNRESOLVED' = 9, 'PREVIOUS_CLOSE' = 10, 'HALTED' = 11, 'PUBLISHED' = 12) COMMENT 'State of event_time: how it came about',
  release_time Nullable(DateTime64(6, 'UTC')) COMMENT 'When the figure became known to the platform; unit 1_us (Microsecond since 1970-01-01T00:00:00Z)',
  release_time_dtype LowCardinality(String) COMMENT 'Dtype of release_time, the same on every row',
  release_time_unit LowCardinality(String) COMMENT 'Unit of release_time, the same on every row',
  release_time_state Enum8('MISSING' = 0, 'LIVE' = 1, 'DELAYED' = 2, 'FROZEN' = 3, 'FROZEN_DELAYED' = 4, 'NOT_SUBSCRIBED' = 5, 'UNKNOWN' = 6, 'CARRIED' = 7, 'DERIVED' = 8, 'UNRESOLVED' = 9, 'PREVIOUS_CLOSE' = 10, 'HALTED' = 11, 'PUBLISHED' = 12) COMMENT 'State of release_time: how it came about',
  subject LowCardinality(String) COMMENT 'What the figure is about: a series, or a market of the release',
  subject_dtype LowCardinality(String) COMMENT 'Dtype of subject, the same on every row',
  subject_unit LowCardinality(String) COMMENT 'Unit of subject, the same on every row',
  subject_state Enum8('MISSING' = 0, 'LIVE' = 1, 'DELAYED' = 2, 'FROZEN' = 3, 'FROZEN_DELAYED' = 4, 'NOT_SUBSCRIBED' = 5, 'UNKNOWN' = 6, 'CARRIED' = 7, 'DERIVED' = 8, 'UNRESOLVED' = 9, 'PREVIOUS_CLOSE' = 10, 'HALTED' = 11, 'PUBLISHED' = 12) COMMENT 'State of subject: how it came about',
  subject_name LowCardinality(Nullable(String)) COMMENT 'The subject in the publisher\'s words',
  subject_name_dtype LowCardinality(String) COMMENT 'Dtype of subject_name, the same on every row',
  subject_name_unit LowCardinality(String) COMMENT 'Unit of subject_name, the same on every row',
  subject_name_state Enum8('MISSING' = 0, 'LIVE' = 1, 'DELAYED' = 2, 'FROZEN' = 3, 'FROZEN_DELAYED' = 4, 'NOT_SUBSCRIBED' = 5, 'UNKNOWN' = 6, 'CARRIED' = 7, 'DERIVED' = 8, 'UNRESOLVED' = 9, 'PREVIOUS_CLOSE' = 10, 'HALTED' = 11, 'PUBLISHED' = 12) COMMENT 'State of subject_name: how it came about',
  field LowCardinality(String) COMMENT 'Which of the subject\'s figures',
  field_dtype LowCardinality(String) COMMENT 'Dtype of field, the same on every row',
  field_unit LowCardinality(String) COMMENT 'Unit of field, the same on every row',
  field_state Enum8('MISSING' = 0, 'LIVE' = 1, 'DELAYED' = 2, 'FROZEN' = 3, 'FROZEN_DELAYED' = 4, 'NOT_SUBSCRIBED' = 5, 'UNKNOWN' = 6, 'CARRIED' = 7, 'DERIVED' = 8, 'UNRESOLVED' = 9, 'PREVIOUS_CLOSE' = 10, 'HALTED' = 11, 'PUBLISHED' = 12) COMMENT 'State of field: how it came about',
  value Nullable(Decimal(38, 12)) COMMENT 'The figure; its unit is in value_unit',
  value_dtype LowCardinality(String) COMMENT 'Dtype of value, the same on every row',
  value_unit LowCardinality(String) COMMENT 'Unit of value; empty when it has none',
  value_state Enum8('MISSING' = 0, 'LIVE' = 1, 'DELAYED' = 2, 'FROZEN' = 3, 'FROZEN_DELAYED' = 4, 'NOT_SUBSCRIBED' = 5, 'UNKNOWN' = 6, 'CARRIED' = 7, 'DERIVED' = 8, 'UNRESOLVED' = 9, 'PREVIOUS_CLOSE' = 10, 'HALTED' = 11, 'PUBLISHED' = 12) COMMENT 'State of value: how it came about',
  source_system LowCardinality(String) COMMENT 'Source that the row came from',
  origin LowCardinality(String) COMMENT 'Kafka topic/partition or lake file that holds the raw message',
  origin_offset Int64 COMMENT 'Offset in the partition, or record number in the file',
  row_index Int64 COMMENT 'Place of the row among those that its raw message gave',
  mapping_version LowCardinality(String) COMMENT 'Version of the source mapping that made the row; of a merged row, the oldest that had a part in it',
  merged_from Int64 COMMENT 'Offset of the first message that may have a part in the row, its own where nothing is merged: the smaller, the more complete',
  ingest_time DateTime64(6, 'UTC') COMMENT 'When the raw message reached the platform'
)
COMMENT 'Latest row per source_system, release, subject, field by event_time'
AS SELECT
  release,
  'string' AS release_dtype,
  '' AS release_unit,
  newest_row.release_state AS release_state,
  newest_row.event_time AS event_time,
  'timestamp' AS event_time_dtype,
  '1_us' AS event_time_unit,
  newest_row.event_time_state AS event_time_state,
  newest_row.release_time AS release_time,
  'timestamp' AS release_time_dtype,
  '1_us' AS release_time_unit,
  newest_row.release_time_state AS release_time_state,
  subject,
  'string' AS subject_dtype,
  '' AS subject_unit,
  newest_row.subject_state AS subject_state,
  newest_row.subject_name AS subject_name,
  'string' AS subject_name_dtype,
  '' AS subject_name_unit,
  newest_row.subject_name_state AS subject_name_state,
  field,
  'string' AS field_dtype,
  '' AS field_unit,
  newest_row.field_state AS field_state,
  newest_row.value AS value,
  'decimal(38,12)' AS value_dtype,
  newest_row.value_unit AS value_unit,
  newest_row.value_state AS value_state,
  source_system,
  newest_row.origin AS origin,
  newest_row.origin_offset AS origin_offset,
  newest_row.row_index AS row_index,
  newest_row.mapping_version AS mapping_version,
  newest_row.merged_from AS merged_from,
  newest_row.ingest_time AS ingest_time
FROM (SELECT source_system, release, subject, field, argMaxMerge(newest) AS newest_row FROM realtime.economic_event_latest_state GROUP BY source_system, release, subject, field);

CREATE OR REPLACE VIEW realtime.economic_event_values (
  release LowCardinality(String) COMMENT 'The release that the figure was published in',
  event_time DateTime64(6, 'UTC') COMMENT 'The date that the figure is for, at midnight UTC; unit 1_us (Microsecond since 1970-01-01T00:00:00Z)',
  source_system LowCardinality(String) COMMENT 'Source that the row came from',
  subject LowCardinality(String) COMMENT 'What the figure is about: a series, or a market of the release',
  subject_state Enum8('MISSING' = 0, 'LIVE' = 1, 'DELAYED' = 2, 'FROZEN' = 3, 'FROZEN_DELAYED' = 4, 'NOT_SUBSCRIBED' = 5, 'UNKNOWN' = 6, 'CARRIED' = 7, 'DERIVED' = 8, 'UNRESOLVED' = 9, 'PREVIOUS_CLOSE' = 10, 'HALTED' = 11, 'PUBLISHED' = 12) COMMENT 'State of subject: how it came about',
  subject_name LowCardinality(Nullable(String)) COMMENT 'The subject in the publisher\'s words',
  subject_name_state Enum8('MISSING' = 0, 'LIVE' = 1, 'DELAYED' = 2, 'FROZEN' = 3, 'FROZEN_DELAYED' = 4, 'NOT_SUBSCRIBED' = 5, 'UNKNOWN' = 6, 'CARRIED' = 7, 'DERIVED' = 8, 'UNRESOLVED' = 9, 'PREVIOUS_CLOSE' = 10, 'HALTED' = 11, 'PUBLISHED' = 12) COMMENT 'State of subject_name: how it came about',
  field LowCardinality(String) COMMENT 'Which of the subject\'s figures',
  field_state Enum8('MISSING' = 0, 'LIVE' = 1, 'DELAYED' = 2, 'FROZEN' = 3, 'FROZEN_DELAYED' = 4, 'NOT_SUBSCRIBED' = 5, 'UNKNOWN' = 6, 'CARRIED' = 7, 'DERIVED' = 8, 'UNRESOLVED' = 9, 'PREVIOUS_CLOSE' = 10, 'HALTED' = 11, 'PUBLISHED' = 12) COMMENT 'State of field: how it came about',
  value Nullable(Decimal(38, 12)) COMMENT 'The figure; its unit is in value_unit',
  value_unit LowCardinality(String) COMMENT 'Unit of value; empty when it has none',
  value_state Enum8('MISSING' = 0, 'LIVE' = 1, 'DELAYED' = 2, 'FROZEN' = 3, 'FROZEN_DELAYED' = 4, 'NOT_SUBSCRIBED' = 5, 'UNKNOWN' = 6, 'CARRIED' = 7, 'DERIVED' = 8, 'UNRESOLVED' = 9, 'PREVIOUS_CLOSE' = 10, 'HALTED' = 11, 'PUBLISHED' = 12) COMMENT 'State of value: how it came about',
  release_time Nullable(DateTime64(6, 'UTC')) COMMENT 'When the figure became known to the platform; unit 1_us (Microsecond since 1970-01-01T00:00:00Z)',
  release_time_state Enum8('MISSING' = 0, 'LIVE' = 1, 'DELAYED' = 2, 'FROZEN' = 3, 'FROZEN_DELAYED' = 4, 'NOT_SUBSCRIBED' = 5, 'UNKNOWN' = 6, 'CARRIED' = 7, 'DERIVED' = 8, 'UNRESOLVED' = 9, 'PREVIOUS_CLOSE' = 10, 'HALTED' = 11, 'PUBLISHED' = 12) COMMENT 'State of release_time: how it came about',
  release_state Enum8('MISSING' = 0, 'LIVE' = 1, 'DELAYED' = 2, 'FROZEN' = 3, 'FROZEN_DELAYED' = 4, 'NOT_SUBSCRIBED' = 5, 'UNKNOWN' = 6, 'CARRIED' = 7, 'DERIVED' = 8, 'UNRESOLVED' = 9, 'PREVIOUS_CLOSE' = 10, 'HALTED' = 11, 'PUBLISHED' = 12) COMMENT 'State of release: how it came about',
  event_time_state Enum8('MISSING' = 0, 'LIVE' = 1, 'DELAYED' = 2, 'FROZEN' = 3, 'FROZEN_DELAYED' = 4, 'NOT_SUBSCRIBED' = 5, 'UNKNOWN' = 6, 'CARRIED' = 7, 'DERIVED' = 8, 'UNRESOLVED' = 9, 'PREVIOUS_CLOSE' = 10, 'HALTED' = 11, 'PUBLISHED' = 12) COMMENT 'State of event_time: how it came about',
  origin LowCardinality(String) COMMENT 'Kafka topic/partition or lake file that holds the raw message',
  origin_offset Int64 COMMENT 'Offset in the partition, or record number in the file',
  row_index Int64 COMMENT 'Place of the row among those that its raw message gave',
  mapping_version LowCardinality(String) COMMENT 'Version of the source mapping that made the row; of a merged row, the oldest that had a part in it',
  merged_from Int64 COMMENT 'Offset of the first message that may have a part in the row, its own where nothing is merged: the smaller, the more complete',
  ingest_time DateTime64(6, 'UTC') COMMENT 'When the raw message reached the platform'
)
COMMENT 'One figure of one official release, for one subject and one period.; without the columns that are the same on every row'
AS SELECT
  release,
  event_time,
  source_system,
  subject,
  subject_state,
  subject_name,
  subject_name_state,
  field,
  field_state,
  value,
  value_unit,
  value_state,
  release_time,
  release_time_state,
  release_state,
  event_time_state,
  origin,
  origin_offset,
  row_index,
  mapping_version,
  merged_from,
  ingest_time
FROM realtime.economic_event FINAL;

CREATE OR REPLACE VIEW realtime.economic_event_latest_values (
  release LowCardinality(String) COMMENT 'The release that the figure was published in',
  event_time DateTime64(6, 'UTC') COMMENT 'The date that the figure is for, at midnight UTC; unit 1_us (Microsecond since 1970-01-01T00:00:00Z)',
  source_system LowCardinality(String) COMMENT 'Source that the row came from',
  subject LowCardinality(String) COMMENT 'What the figure is about: a series, or a market of the release',
  subject_state Enum8('MISSING' = 0, 'LIVE' = 1, 'DELAYED' = 2, 'FROZEN' = 3, 'FROZEN_DELAYED' = 4, 'NOT_SUBSCRIBED' = 5, 'UNKNOWN' = 6, 'CARRIED' = 7, 'DERIVED' = 8, 'UNRESOLVED' = 9, 'PREVIOUS_CLOSE' = 10, 'HALTED' = 11, 'PUBLISHED' = 12) COMMENT 'State of subject: how it came about',
  subject_name LowCardinality(Nullable(String)) COMMENT 'The subject in the publisher\'s words',
  subject_name_state Enum8('MISSING' = 0, 'LIVE' = 1, 'DELAYED' = 2, 'FROZEN' = 3, 'FROZEN_DELAYED' = 4, 'NOT_SUBSCRIBED' = 5, 'UNKNOWN' = 6, 'CARRIED' = 7, 'DERIVED' = 8, 'UNRESOLVED' = 9, 'PREVIOUS_CLOSE' = 10, 'HALTED' = 11, 'PUBLISHED' = 12) COMMENT 'State of subject_name: how it came about',
  field LowCardinality(String) COMMENT 'Which of the subject\'s figures',
  field_state Enum8('MISSING' = 0, 'LIVE' = 1, 'DELAYED' = 2, 'FROZEN' = 3, 'FROZEN_DELAYED' = 4, 'NOT_SUBSCRIBED' = 5, 'UNKNOWN' = 6, 'CARRIED' = 7, 'DERIVED' = 8, 'UNRESOLVED' = 9, 'PREVIOUS_CLOSE' = 10, 'HALTED' = 11, 'PUBLISHED' = 12) COMMENT 'State of field: how it came about',
  value Nullable(Decimal(38, 12)) COMMENT 'The figure; its unit is in value_unit',
  value_unit LowCardinality(String) COMMENT 'Unit of value; empty when it has none',
  value_state Enum8('MISSING' = 0, 'LIVE' = 1, 'DELAYED' = 2, 'FROZEN' = 3, 'FROZEN_DELAYED' = 4, 'NOT_SUBSCRIBED' = 5, 'UNKNOWN' = 6, 'CARRIED' = 7, 'DERIVED' = 8, 'UNRESOLVED' = 9, 'PREVIOUS_CLOSE' = 10, 'HALTED' = 11, 'PUBLISHED' = 12) COMMENT 'State of value: how it came about',
  release_time Nullable(DateTime64(6, 'UTC')) COMMENT 'When the figure became known to the platform; unit 1_us (Microsecond since 1970-01-01T00:00:00Z)',
  release_time_state Enum8('MISSING' = 0, 'LIVE' = 1, 'DELAYED' = 2, 'FROZEN' = 3, 'FROZEN_DELAYED' = 4, 'NOT_SUBSCRIBED' = 5, 'UNKNOWN' = 6, 'CARRIED' = 7, 'DERIVED' = 8, 'UNRESOLVED' = 9, 'PREVIOUS_CLOSE' = 10, 'HALTED' = 11, 'PUBLISHED' = 12) COMMENT 'State of release_time: how it came about',
  release_state Enum8('MISSING' = 0, 'LIVE' = 1, 'DELAYED' = 2, 'FROZEN' = 3, 'FROZEN_DELAYED' = 4, 'NOT_SUBSCRIBED' = 5, 'UNKNOWN' = 6, 'CARRIED' = 7, 'DERIVED' = 8, 'UNRESOLVED' = 9, 'PREVIOUS_CLOSE' = 10, 'HALTED' = 11, 'PUBLISHED' = 12) COMMENT 'State of release: how it came about',
  event_time_state Enum8('MISSING' = 0, 'LIVE' = 1, 'DELAYED' = 2, 'FROZEN' = 3, 'FROZEN_DELAYED' = 4, 'NOT_SUBSCRIBED' = 5, 'UNKNOWN' = 6, 'CARRIED' = 7, 'DERIVED' = 8, 'UNRESOLVED' = 9, 'PREVIOUS_CLOSE' = 10, 'HALTED' = 11, 'PUBLISHED' = 12) COMMENT 'State of event_time: how it came about',
  origin LowCardinality(String) COMMENT 'Kafka topic/partition or lake file that holds the raw message',
  origin_offset Int64 COMMENT 'Offset in the partition, or record number in the file',
  row_index Int64 COMMENT 'Place of the row among those that its raw message gave',
  mapping_version LowCardinality(String) COMMENT 'Version of the source mapping that made the row; of a merged row, the oldest that had a part in it',
  merged_from Int64 COMMENT 'Offset of the first message that may have a part in the row, its own where nothing is merged: the smaller, the more complete',
  ingest_time DateTime64(6, 'UTC') COMMENT 'When the raw message reached the platform'
)
COMMENT 'The latest snapshot of economic_event, by source and release, subject, field; without the columns that are the same on every row'
AS SELECT
  release,
  event_time,
  source_system,
  subject,
  subject_state,
  subject_name,
  subject_name_state,
  field,
  field_state,
  value,
  value_unit,
  value_state,
  release_time,
  release_time_state,
  release_state,
  event_time_state,
  origin,
  origin_offset,
  row_index,
  mapping_version,
  merged_from,
  ingest_time
FROM realtime.economic_event_latest;
