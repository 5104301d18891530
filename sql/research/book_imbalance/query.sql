-- One row per source and symbol, renewed with every message that changes its book.
WITH levels AS (
  SELECT source_system, symbol, event_time, action, side, price, price_unit, size, size_unit, event_end, origin, ingest_time
  FROM order_book
)
SELECT
  source_system,
  symbol,
  event_time,
  bid_price,
  bid_size,
  ask_price,
  ask_size,
  CAST((COALESCE(bid_size, 0) - COALESCE(ask_size, 0)) / NULLIF(COALESCE(bid_size, 0) + COALESCE(ask_size, 0), 0) AS DECIMAL(13, 12))
    AS imbalance,
  price_unit,
  size_unit,
  ingest_time
FROM TOP_OF_BOOK(TABLE levels PARTITION BY (source_system, symbol))
