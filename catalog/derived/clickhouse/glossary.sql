-- derived from catalog/categories, catalog/sources and what stands beside them; do not edit: ./twinlane render
CREATE OR REPLACE TABLE realtime.categories (
  category String,
  meaning String,
  identifier String,
  timestamp String,
  keys Array(String),
  sources Array(String),
  rows_in String,
  latest_in String,
  views Array(String),
  history_in String,
  kept String
)
ENGINE = MergeTree
ORDER BY (category)
COMMENT 'The kinds of data, and where to read each'
AS SELECT entry.category AS category, entry.meaning AS meaning, entry.identifier AS identifier, entry.timestamp AS timestamp, entry.keys AS keys, entry.sources AS sources, entry.rows_in AS rows_in, entry.latest_in AS latest_in, entry.views AS views, entry.history_in AS history_in, entry.kept AS kept
FROM (SELECT arrayJoin(CAST([
  ('economic_event', 'One figure of one official release, for one subject and one period.', 'release', 'event_time', ['release', 'subject', 'field'], ['cftc', 'eia'], 'realtime.economic_event_values', 'realtime.economic_event_latest_values', [], 'silver.economic_event', '90 days'),
  ('indicator', 'One value of a figure worked out from other rows, such as a spread, an index or a model\'s signal.', 'symbol', 'event_time', ['symbol', 'name'], [], 'realtime.indicator_values', 'realtime.indicator_latest_values', [], 'silver.indicator', '30 days'),
  ('market_tick', 'What is known of one instrument after one message of its source: last trade, top of the book and the day\'s figures.', 'symbol', 'event_time', ['symbol'], ['coinbase', 'ib', 'simulated'], 'realtime.market_tick_values', 'realtime.market_tick_latest_values', ['realtime.trades'], 'silver.market_tick', '7 days'),
  ('order_book', 'One price level of one side of an order book, as a message left it. The book of a symbol is the newest row of each side and price at or after the origin_offset of its newest snapshot or clear row, without those of size 0. It is whole after a row with event_end: the rows of one message are one change.', 'symbol', 'event_time', ['symbol', 'side', 'price'], ['coinbase', 'simulated'], 'realtime.order_book_values', 'realtime.order_book_latest_values', [], 'silver.order_book', '3 days')
], 'Array(Tuple(category String, meaning String, identifier String, timestamp String, keys Array(String), sources Array(String), rows_in String, latest_in String, views Array(String), history_in String, kept String))')) AS entry);

CREATE OR REPLACE TABLE realtime.sources (
  source_system String,
  meaning String,
  lane String,
  categories Array(String)
)
ENGINE = MergeTree
ORDER BY (source_system)
COMMENT 'The publishers of data; lane live: streamed, files: landed in the lake'
AS SELECT entry.source_system AS source_system, entry.meaning AS meaning, entry.lane AS lane, entry.categories AS categories
FROM (SELECT arrayJoin(CAST([
  ('cftc', 'CFTC Disaggregated Commitments of Traders, futures only (one wide line a market and week)', 'files', ['economic_event']),
  ('coinbase', 'Coinbase Exchange websocket feed (matches and level2 channels)', 'live', ['market_tick', 'order_book']),
  ('eia', 'US Energy Information Administration, API v2, petroleum/stoc/wstk (weekly petroleum stocks)', 'files', ['economic_event']),
  ('ib', 'Interactive Brokers Web API, websocket market data (smd topics)', 'live', ['market_tick']),
  ('simulated', 'Bulk traffic in Coinbase\'s format, generated with a fixed seed by the demo so that its figures mean something. No market stands behind it.', 'live', ['market_tick', 'order_book'])
], 'Array(Tuple(source_system String, meaning String, lane String, categories Array(String)))')) AS entry);

CREATE OR REPLACE TABLE realtime.fields (
  category String,
  place UInt32,
  field String,
  dtype String,
  unit String,
  required Bool,
  meaning String
)
ENGINE = MergeTree
ORDER BY (category, place)
COMMENT 'The fields of every category and the technical columns, in order; beside field f stand f_unit and f_state'
AS SELECT entry.category AS category, entry.place AS place, entry.field AS field, entry.dtype AS dtype, entry.unit AS unit, entry.required AS required, entry.meaning AS meaning
FROM (SELECT arrayJoin(CAST([
  ('economic_event', 0, 'release', 'string', 'none', true, 'The release that the figure was published in'),
  ('economic_event', 1, 'event_time', 'timestamp', '1_us', true, 'The date that the figure is for, at midnight UTC'),
  ('economic_event', 2, 'release_time', 'timestamp', '1_us', false, 'When the figure became known to the platform'),
  ('economic_event', 3, 'subject', 'string', 'none', true, 'What the figure is about: a series, or a market of the release'),
  ('economic_event', 4, 'subject_name', 'string', 'none', false, 'The subject in the publisher\'s words'),
  ('economic_event', 5, 'field', 'string', 'none', true, 'Which of the subject\'s figures'),
  ('economic_event', 6, 'value', 'decimal(38,12)', 'varies', false, 'The figure'),
  ('economic_event', 7, 'source_system', 'string', 'none', true, 'Source that the row came from'),
  ('economic_event', 8, 'origin', 'string', 'none', true, 'Kafka topic/partition or lake file that holds the raw message'),
  ('economic_event', 9, 'origin_offset', 'int64', 'none', true, 'Offset in the partition, or record number in the file'),
  ('economic_event', 10, 'row_index', 'int64', 'none', true, 'Place of the row among those that its raw message gave'),
  ('economic_event', 11, 'mapping_version', 'string', 'none', true, 'Version of the source mapping that made the row; of a merged row, the oldest that had a part in it'),
  ('economic_event', 12, 'merged_from', 'int64', 'none', true, 'Offset of the first message that may have a part in the row, its own where nothing is merged: the smaller, the more complete'),
  ('economic_event', 13, 'ingest_time', 'timestamp', 'none', true, 'When the raw message reached the platform'),
  ('indicator', 14, 'symbol', 'string', 'none', true, 'The instrument or group that the value is about'),
  ('indicator', 15, 'event_time', 'timestamp', '1_us', true, 'The moment that the value holds for'),
  ('indicator', 16, 'name', 'string', 'none', true, 'Name of the indicator'),
  ('indicator', 17, 'value', 'decimal(38,12)', 'varies', true, 'The value'),
  ('indicator', 18, 'window_start', 'timestamp', '1_us', false, 'First moment of the rows that it was worked out from'),
  ('indicator', 19, 'source_system', 'string', 'none', true, 'Source that the row came from'),
  ('indicator', 20, 'origin', 'string', 'none', true, 'Kafka topic/partition or lake file that holds the raw message'),
  ('indicator', 21, 'origin_offset', 'int64', 'none', true, 'Offset in the partition, or record number in the file'),
  ('indicator', 22, 'row_index', 'int64', 'none', true, 'Place of the row among those that its raw message gave'),
  ('indicator', 23, 'mapping_version', 'string', 'none', true, 'Version of the source mapping that made the row; of a merged row, the oldest that had a part in it'),
  ('indicator', 24, 'merged_from', 'int64', 'none', true, 'Offset of the first message that may have a part in the row, its own where nothing is merged: the smaller, the more complete'),
  ('indicator', 25, 'ingest_time', 'timestamp', 'none', true, 'When the raw message reached the platform'),
  ('market_tick', 26, 'symbol', 'string', 'none', true, 'The catalog\'s own symbol of the instrument'),
  ('market_tick', 27, 'event_time', 'timestamp', '1_us', true, 'When it happened; the receive time where the source does not say'),
  ('market_tick', 28, 'source_time', 'timestamp', '1_us', false, 'The source\'s own clock when it sent the message; not the exchange\'s time'),
  ('market_tick', 29, 'last_price', 'decimal(24,12)', 'varies', false, 'Price of the last trade'),
  ('market_tick', 30, 'last_size', 'decimal(24,12)', 'varies', false, 'Size of the last trade'),
  ('market_tick', 31, 'last_side', 'string', 'none', false, 'Side of the resting order of the last trade: buy or sell'),
  ('market_tick', 32, 'trade_id', 'string', 'none', false, 'The source\'s own identifier of the last trade'),
  ('market_tick', 33, 'bid_price', 'decimal(24,12)', 'varies', false, 'Best bid'),
  ('market_tick', 34, 'bid_size', 'decimal(24,12)', 'varies', false, 'Size at the best bid'),
  ('market_tick', 35, 'ask_price', 'decimal(24,12)', 'varies', false, 'Best ask'),
  ('market_tick', 36, 'ask_size', 'decimal(24,12)', 'varies', false, 'Size at the best ask'),
  ('market_tick', 37, 'volume', 'decimal(24,12)', 'varies', false, 'Traded since the session began'),
  ('market_tick', 38, 'open_interest', 'decimal(24,12)', 'varies', false, 'Contracts outstanding'),
  ('market_tick', 39, 'high_price', 'decimal(24,12)', 'varies', false, 'Highest price of the session'),
  ('market_tick', 40, 'low_price', 'decimal(24,12)', 'varies', false, 'Lowest price of the session'),
  ('market_tick', 41, 'open_price', 'decimal(24,12)', 'varies', false, 'First price of the session'),
  ('market_tick', 42, 'close_price', 'decimal(24,12)', 'varies', false, 'Close of the previous session'),
  ('market_tick', 43, 'change_percent', 'decimal(24,12)', '1_percent', false, 'Change of the last price against the previous close'),
  ('market_tick', 44, 'source_system', 'string', 'none', true, 'Source that the row came from'),
  ('market_tick', 45, 'origin', 'string', 'none', true, 'Kafka topic/partition or lake file that holds the raw message'),
  ('market_tick', 46, 'origin_offset', 'int64', 'none', true, 'Offset in the partition, or record number in the file'),
  ('market_tick', 47, 'row_index', 'int64', 'none', true, 'Place of the row among those that its raw message gave'),
  ('market_tick', 48, 'mapping_version', 'string', 'none', true, 'Version of the source mapping that made the row; of a merged row, the oldest that had a part in it'),
  ('market_tick', 49, 'merged_from', 'int64', 'none', true, 'Offset of the first message that may have a part in the row, its own where nothing is merged: the smaller, the more complete'),
  ('market_tick', 50, 'ingest_time', 'timestamp', 'none', true, 'When the raw message reached the platform'),
  ('order_book', 51, 'symbol', 'string', 'none', true, 'The catalog\'s own symbol of the instrument'),
  ('order_book', 52, 'event_time', 'timestamp', '1_us', true, 'When it happened; the receive time where the source does not say'),
  ('order_book', 53, 'action', 'string', 'none', true, 'snapshot: the whole book is given anew; clear: so it is, and this side has no level; update: this level alone changed'),
  ('order_book', 54, 'side', 'string', 'none', true, 'bid or ask'),
  ('order_book', 55, 'price', 'decimal(24,12)', 'varies', false, 'Price of the level'),
  ('order_book', 56, 'size', 'decimal(24,12)', 'varies', false, 'Size now resting at the level; 0 when the level is gone'),
  ('order_book', 57, 'event_end', 'boolean', 'none', true, 'Whether the change ends with this row: the last one that its message gave'),
  ('order_book', 58, 'source_system', 'string', 'none', true, 'Source that the row came from'),
  ('order_book', 59, 'origin', 'string', 'none', true, 'Kafka topic/partition or lake file that holds the raw message'),
  ('order_book', 60, 'origin_offset', 'int64', 'none', true, 'Offset in the partition, or record number in the file'),
  ('order_book', 61, 'row_index', 'int64', 'none', true, 'Place of the row among those that its raw message gave'),
  ('order_book', 62, 'mapping_version', 'string', 'none', true, 'Version of the source mapping that made the row; of a merged row, the oldest that had a part in it'),
  ('order_book', 63, 'merged_from', 'int64', 'none', true, 'Offset of the first message that may have a part in the row, its own where nothing is merged: the smaller, the more complete'),
  ('order_book', 64, 'ingest_time', 'timestamp', 'none', true, 'When the raw message reached the platform')
], 'Array(Tuple(category String, place UInt32, field String, dtype String, unit String, required Bool, meaning String))')) AS entry);

CREATE OR REPLACE TABLE realtime.states (
  state Enum8('MISSING' = 0, 'LIVE' = 1, 'DELAYED' = 2, 'FROZEN' = 3, 'FROZEN_DELAYED' = 4, 'NOT_SUBSCRIBED' = 5, 'UNKNOWN' = 6, 'CARRIED' = 7, 'DERIVED' = 8, 'UNRESOLVED' = 9, 'PREVIOUS_CLOSE' = 10, 'HALTED' = 11, 'PUBLISHED' = 12),
  meaning String
)
ENGINE = MergeTree
ORDER BY (state)
COMMENT 'What the columns f_state can say'
AS SELECT entry.state AS state, entry.meaning AS meaning
FROM (SELECT arrayJoin(CAST([
  ('MISSING', 'The source gave no value, or an empty one; the field is null.'),
  ('LIVE', 'Given by this message, in real time.'),
  ('DELAYED', 'Given by this message, but delayed by the source (Interactive Brokers 15 to 20 minutes).'),
  ('FROZEN', 'The last value before the market closed.'),
  ('FROZEN_DELAYED', 'The last delayed value before the market closed.'),
  ('NOT_SUBSCRIBED', 'Given although the account holds no subscription or agreement for it; do not trade on it.'),
  ('UNKNOWN', 'Given, but the source has not said whether it is live or delayed.'),
  ('CARRIED', 'Not new with this message; kept from an earlier message of the same key, or repeated by the source.'),
  ('DERIVED', 'Not given by the source; worked out by the platform, such as the receive time standing in for a missing event time.'),
  ('UNRESOLVED', 'The instrument table does not know the source\'s identifier; it stands in as <source>:<id>.'),
  ('PREVIOUS_CLOSE', 'The close of the previous session, not a trade.'),
  ('HALTED', 'Trading is halted; the last value before the halt.'),
  ('PUBLISHED', 'Given by an official release.')
], 'Array(Tuple(state Enum8(\'MISSING\' = 0, \'LIVE\' = 1, \'DELAYED\' = 2, \'FROZEN\' = 3, \'FROZEN_DELAYED\' = 4, \'NOT_SUBSCRIBED\' = 5, \'UNKNOWN\' = 6, \'CARRIED\' = 7, \'DERIVED\' = 8, \'UNRESOLVED\' = 9, \'PREVIOUS_CLOSE\' = 10, \'HALTED\' = 11, \'PUBLISHED\' = 12), meaning String))')) AS entry);

CREATE OR REPLACE TABLE realtime.units (
  name String,
  meaning String
)
ENGINE = MergeTree
ORDER BY (name)
COMMENT 'Names of units; a unit is an amount and a name, 1000_barrels. Currencies of an exchange\'s products need no entry'
AS SELECT entry.name AS name, entry.meaning AS meaning
FROM (SELECT arrayJoin(CAST([
  ('usd', 'US dollar'),
  ('eur', 'Euro'),
  ('gbp', 'Pound sterling'),
  ('chf', 'Swiss franc'),
  ('jpy', 'Japanese yen'),
  ('index_point', 'Point of an index'),
  ('contract', 'Futures or options contract of the market\'s own size'),
  ('share', 'Share of a company or fund'),
  ('barrels', 'Barrel of 42 US gallons'),
  ('percent', 'Hundredth part'),
  ('ratio', 'Number without dimension'),
  ('count', 'Number of things'),
  ('us', 'Microsecond since 1970-01-01T00:00:00Z')
], 'Array(Tuple(name String, meaning String))')) AS entry);

CREATE OR REPLACE TABLE realtime.instruments (
  source_system String,
  id String,
  symbol String,
  price_unit Nullable(String),
  size_unit Nullable(String)
)
ENGINE = MergeTree
ORDER BY (source_system, id)
COMMENT 'What a source\'s identifiers stand for'
AS SELECT entry.source_system AS source_system, entry.id AS id, entry.symbol AS symbol, entry.price_unit AS price_unit, entry.size_unit AS size_unit
FROM (SELECT arrayJoin(CAST([
  ('ib', '265598', 'AAPL', '1_usd', '1_share'),
  ('ib', '8314', 'IBM', '1_usd', '1_share'),
  ('ib', '8719', 'JNJ', '1_usd', '1_share'),
  ('ib', '80268543', 'STK80268543', '1_usd', '1_share'),
  ('ib', '38708077', 'CMD38708077', '1_usd', NULL),
  ('ib', '416904', 'SPX', '1_index_point', NULL),
  ('ib', '495512572', 'ESZ6', '1_index_point', '1_contract'),
  ('ib', '721095500', 'OPT721095500', '1_usd', '1_contract')
], 'Array(Tuple(source_system String, id String, symbol String, price_unit Nullable(String), size_unit Nullable(String)))')) AS entry);
