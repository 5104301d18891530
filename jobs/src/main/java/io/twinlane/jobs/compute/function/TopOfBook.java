package io.twinlane.jobs.compute.function;

import java.math.BigDecimal;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.ThreadSafeSimpleCounter;
import org.apache.flink.table.annotation.ArgumentHint;
import org.apache.flink.table.annotation.ArgumentTrait;
import org.apache.flink.table.annotation.DataTypeHint;
import org.apache.flink.table.annotation.FunctionHint;
import org.apache.flink.table.annotation.StateHint;
import org.apache.flink.table.api.dataview.MapView;
import org.apache.flink.table.functions.FunctionContext;
import org.apache.flink.table.functions.ProcessTableFunction;
import org.apache.flink.types.Row;

/**
 * {@code TOP_OF_BOOK(TABLE <rows of order_book> PARTITION BY (source_system, symbol))}: best bid and best ask after every message that
 * changes a book, rebuilt from the rows in their order. A message is one change: its rows are taken in one by one, and what they make of the
 * book is told once, with its last row. The first row of a message that gives the whole book anew ends the book before. A side without
 * levels is null; nothing is told of a book that nobody has seen whole. What is kept of a book never expires: a level may rest untouched for
 * weeks, and there are no more books than instruments.
 */
@FunctionHint(output = @DataTypeHint("ROW<event_time TIMESTAMP_LTZ(6), bid_price DECIMAL(24, 12), bid_size DECIMAL(24, 12), "
    + "ask_price DECIMAL(24, 12), ask_size DECIMAL(24, 12), price_unit STRING, size_unit STRING, ingest_time TIMESTAMP_LTZ(6)>"))
public final class TopOfBook extends ProcessTableFunction<Row> {
  private static final long serialVersionUID = 1;
  private static final String FOR_EVER = "0 s";

  /** What is known of a book beside its levels: where they come from, whether its message has begun it anew, and the best of either side. */
  @DataTypeHint(defaultDecimalPrecision = 24, defaultDecimalScale = 12)
  public static final class Book {
    public String origin;
    public boolean renewed;
    public BigDecimal bestBid;
    public BigDecimal bestAsk;
    public String priceUnit;
    public String sizeUnit;
  }

  private transient Counter withoutBook;

  @Override
  public void open(FunctionContext context) {
    withoutBook = context.getMetricGroup().counter("levelsWithoutBook", new ThreadSafeSimpleCounter());
  }

  public void eval(
      @StateHint(ttl = FOR_EVER) Book book,
      @StateHint(ttl = FOR_EVER, type = @DataTypeHint(defaultDecimalPrecision = 24, defaultDecimalScale = 12))
          MapView<BigDecimal, BigDecimal> bids,
      @StateHint(ttl = FOR_EVER, type = @DataTypeHint(defaultDecimalPrecision = 24, defaultDecimalScale = 12))
          MapView<BigDecimal, BigDecimal> asks,
      @ArgumentHint(value = ArgumentTrait.SET_SEMANTIC_TABLE, name = "levels") Row row)
      throws Exception {
    String origin = row.getFieldAs("origin");
    if (!"update".equals(row.getFieldAs("action")) && !(book.renewed && origin.equals(book.origin))) {
      begin(book, origin);
      bids.clear();
      asks.clear();
    }
    if (!origin.equals(book.origin)) {
      withoutBook.inc(); // changes of a book that nobody has seen whole
      return;
    }
    if (row.getField("price") != null) {
      change(book, bids, asks, row);
    }
    if (!Boolean.FALSE.equals(row.getField("event_end"))) {
      book.renewed = false;
      collect(Row.of(row.getField("event_time"), book.bestBid, size(bids, book.bestBid), book.bestAsk, size(asks, book.bestAsk),
          book.priceUnit, book.sizeUnit, row.getField("ingest_time")));
    }
  }

  private static void begin(Book book, String origin) {
    book.origin = origin;
    book.renewed = true;
    book.bestBid = null;
    book.bestAsk = null;
  }

  private static void change(Book book, MapView<BigDecimal, BigDecimal> bids, MapView<BigDecimal, BigDecimal> asks, Row row)
      throws Exception {
    BigDecimal price = row.getFieldAs("price");
    BigDecimal size = row.getFieldAs("size");
    book.priceUnit = row.getFieldAs("price_unit");
    book.sizeUnit = row.getFieldAs("size_unit");
    if ("bid".equals(row.getFieldAs("side"))) {
      book.bestBid = change(bids, book.bestBid, price, size, 1);
    } else {
      book.bestAsk = change(asks, book.bestAsk, price, size, -1);
    }
  }

  private static BigDecimal size(MapView<BigDecimal, BigDecimal> levels, BigDecimal price) throws Exception {
    return price == null ? null : levels.get(price);
  }

  /** Sets or removes one level and returns the best price of the side then; {@code sign} is 1 where higher is better. */
  private static BigDecimal change(MapView<BigDecimal, BigDecimal> levels, BigDecimal best, BigDecimal price, BigDecimal size, int sign)
      throws Exception {
    if (size.signum() > 0) {
      levels.put(price, size);
      return best == null || price.compareTo(best) * sign > 0 ? price : best;
    }
    levels.remove(price);
    return best != null && price.compareTo(best) == 0 ? bestOf(levels, sign) : best;
  }

  private static BigDecimal bestOf(MapView<BigDecimal, BigDecimal> levels, int sign) throws Exception {
    BigDecimal best = null;
    for (BigDecimal price : levels.keys()) {
      if (best == null || price.compareTo(best) * sign > 0) {
        best = price;
      }
    }
    return best;
  }
}
