-- One row per symbol and minute, renewed with every trade.
SELECT
  symbol,
  `minute`,
  FIRST_VALUE(price) AS `open`,
  MAX(price) AS high,
  MIN(price) AS low,
  LAST_VALUE(price) AS `close`,
  VWAP(price, size) AS vwap,
  SUM(size) AS volume,
  COUNT(*) AS trades,
  LAST_VALUE(price_unit) AS price_unit,
  LAST_VALUE(size_unit) AS size_unit,
  MAX(ingest_time) AS ingest_time
FROM (
  SELECT
    symbol,
    DATE_FORMAT(event_time, 'yyyy-MM-dd''T''HH:mm''Z''') AS `minute`,
    price,
    size,
    price_unit,
    size_unit,
    ingest_time
  FROM trades
)
GROUP BY symbol, `minute`
