-- One row per source and symbol, renewed with every change of its book. A level may rest untouched for days: the hint keeps it that long.
SELECT
  source_system,
  symbol,
  event_time,
  b.book.bid_price AS bid_price,
  b.book.bid_size AS bid_size,
  b.book.ask_price AS ask_price,
  b.book.ask_size AS ask_size,
  CAST((COALESCE(b.book.bid_size, 0) - COALESCE(b.book.ask_size, 0))
    / NULLIF(COALESCE(b.book.bid_size, 0) + COALESCE(b.book.ask_size, 0), 0) AS DECIMAL(13, 12)) AS imbalance,
  price_unit,
  size_unit,
  ingest_time
FROM (
  SELECT /*+ STATE_TTL('order_book' = '7d') */
    source_system,
    symbol,
    MAX(event_time) AS event_time,
    TOP_OF_BOOK(action, side, price, size, origin_offset) AS book,
    LAST_VALUE(price_unit) AS price_unit,
    LAST_VALUE(size_unit) AS size_unit,
    MAX(ingest_time) AS ingest_time
  FROM order_book
  GROUP BY source_system, symbol
) AS b
WHERE b.book IS NOT NULL
