package io.twinlane.jobs.compute.function;

import java.math.BigDecimal;
import org.apache.flink.table.annotation.DataTypeHint;
import org.apache.flink.table.annotation.FunctionHint;
import org.apache.flink.table.api.dataview.MapView;
import org.apache.flink.table.functions.AggregateFunction;
import org.apache.flink.types.Row;

/**
 * {@code TOP_OF_BOOK(action, side, price, size, origin_offset)}: best bid and best ask of one instrument's order book, rebuilt from the
 * rows of category order_book in their order. Null before the first whole book. The first snapshot row of another message than before
 * begins a new book; the top shown before stays until the new book has both sides, or an update says that it is whole. A side without
 * levels is null.
 */
@FunctionHint(
    input = {@DataTypeHint("STRING"), @DataTypeHint("STRING"), @DataTypeHint("DECIMAL(24, 12)"), @DataTypeHint("DECIMAL(24, 12)"),
        @DataTypeHint("BIGINT")},
    output = @DataTypeHint("ROW<bid_price DECIMAL(24, 12), bid_size DECIMAL(24, 12), ask_price DECIMAL(24, 12), ask_size DECIMAL(24, 12)>"))
public final class TopOfBook extends AggregateFunction<Row, TopOfBook.Book> {
  private static final long serialVersionUID = 1;

  /** The levels since the newest snapshot (the message at offset {@code since}), the best of either side, and the top that is shown. */
  @DataTypeHint(defaultDecimalPrecision = 24, defaultDecimalScale = 12)
  public static final class Book {
    public Long since;
    public MapView<BigDecimal, BigDecimal> bids = new MapView<>();
    public MapView<BigDecimal, BigDecimal> asks = new MapView<>();
    public BigDecimal bestBid;
    public BigDecimal bestAsk;
    public boolean shown;
    public BigDecimal bidPrice;
    public BigDecimal bidSize;
    public BigDecimal askPrice;
    public BigDecimal askSize;
  }

  @Override
  public Book createAccumulator() {
    return new Book();
  }

  public void accumulate(Book book, String action, String side, BigDecimal price, BigDecimal size, Long originOffset) throws Exception {
    boolean snapshot = "snapshot".equals(action);
    if (snapshot && !originOffset.equals(book.since)) {
      begin(book, originOffset);
    }
    if (book.since == null) {
      return; // changes of a book that nobody has seen whole
    }
    if ("bid".equals(side)) {
      book.bestBid = change(book.bids, book.bestBid, price, size, 1);
    } else {
      book.bestAsk = change(book.asks, book.bestAsk, price, size, -1);
    }
    if (!snapshot || book.bestBid != null && book.bestAsk != null) {
      show(book);
    }
  }

  @Override
  public Row getValue(Book book) {
    return book.shown ? Row.of(book.bidPrice, book.bidSize, book.askPrice, book.askSize) : null;
  }

  private static void begin(Book book, Long offset) {
    book.since = offset;
    book.bids.clear();
    book.asks.clear();
    book.bestBid = null;
    book.bestAsk = null;
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

  private static void show(Book book) throws Exception {
    book.shown = true;
    book.bidPrice = book.bestBid;
    book.bidSize = book.bestBid == null ? null : book.bids.get(book.bestBid);
    book.askPrice = book.bestAsk;
    book.askSize = book.bestAsk == null ? null : book.asks.get(book.bestAsk);
  }
}
