-- derived from catalog/categories, catalog/sources and what stands beside them; do not edit: ./twinlane render
CREATE TABLE IF NOT EXISTS realtime.unqualified (
  source_system LowCardinality(String) COMMENT 'Source that the message came from' CODEC(ZSTD(1)),
  category LowCardinality(Nullable(String)) COMMENT 'Category that it would have been a row of; null when it did not get that far' CODEC(ZSTD(1)),
  reason LowCardinality(String) COMMENT 'Reason code' CODEC(ZSTD(1)),
  explanation String COMMENT 'The reason as a sentence' CODEC(ZSTD(1)),
  field LowCardinality(Nullable(String)) COMMENT 'Field that it failed at; null when it was the message as a whole' CODEC(ZSTD(1)),
  raw_value Nullable(String) COMMENT 'What the source gave for the field' CODEC(ZSTD(1)),
  raw String COMMENT 'The raw message, byte for byte' CODEC(ZSTD(3)),
  origin LowCardinality(String) COMMENT 'Kafka topic/partition or lake file that holds the raw message' CODEC(ZSTD(1)),
  origin_offset Int64 COMMENT 'Offset in the partition, or record number in the file' CODEC(Delta, ZSTD(1)),
  row_index Int64 COMMENT 'Place of the row among those that its raw message gave' CODEC(Delta, ZSTD(1)),
  mapping_version LowCardinality(String) COMMENT 'Version of the source mapping that refused it' CODEC(ZSTD(1)),
  receive_time DateTime64(6, 'UTC') COMMENT 'When the message was received from the source' CODEC(Delta, ZSTD(1)),
  ingest_time DateTime64(6, 'UTC') COMMENT 'When the message reached the platform' CODEC(Delta, ZSTD(1)),
  row_rank UInt64 MATERIALIZED toUInt64OrZero(splitByChar('/', mapping_version)[-1]) COMMENT 'Of two rows of one identity the one with the greater number stays: that of its mapping version' CODEC(ZSTD(1))
)
ENGINE = ReplacingMergeTree(row_rank)
ORDER BY (source_system, reason, origin, origin_offset, row_index)
-- By the time of arrival: what is old news when it comes stays as long as anything else, and a repeat finds its partition.
PARTITION BY toDate(ingest_time)
TTL toDateTime(ingest_time, 'UTC') + toIntervalSecond(1209600)
SETTINGS non_replicated_deduplication_window = 1000, ttl_only_drop_parts = 1
COMMENT 'Rows and messages that could not go on, kept whole with reason and origin';
