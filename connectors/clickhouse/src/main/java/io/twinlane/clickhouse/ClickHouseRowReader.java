package io.twinlane.clickhouse;

import com.clickhouse.client.api.Client;
import com.clickhouse.client.api.query.QueryResponse;
import com.clickhouse.client.api.query.QuerySettings;
import com.clickhouse.data.ClickHouseFormat;
import io.twinlane.catalog.Category;
import io.twinlane.catalog.States;
import io.twinlane.catalog.derive.TableColumn;
import io.twinlane.normalize.CategoryRow;
import io.twinlane.normalize.UnqualifiedRow;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads the rows of one table back, exactly as they were inserted: for parity, counts and tests. */
public final class ClickHouseRowReader<T> implements AutoCloseable {
  private static final String IDENTITY = "origin, origin_offset, row_index";

  private static final long MICROS_PER_SECOND = 1_000_000;
  private static final long MICROS_PER_MINUTE = 60 * MICROS_PER_SECOND;

  /** Takes an answer's values one after another. */
  private interface Answer<A> {
    A read(RowBinaryInput in) throws IOException;
  }

  private final Client client;
  private final RowFormat<T> format;
  private final String condition;

  private ClickHouseRowReader(Client client, RowFormat<T> format, String condition) {
    this.client = client;
    this.format = format;
    this.condition = condition;
  }

  /** The rows of a category. */
  public static ClickHouseRowReader<CategoryRow> ofCategory(ClickHouseConfig config, Category category, States states) {
    return new ClickHouseRowReader<>(config.open(), new CategoryRowFormat(category, states), "1");
  }

  /** What did not qualify. */
  public static ClickHouseRowReader<UnqualifiedRow> ofUnqualified(ClickHouseConfig config) {
    return new ClickHouseRowReader<>(config.open(), new UnqualifiedRowFormat(), "1");
  }

  /** The same table, seen through a condition such as {@code source_system = 'ib'}. Shares the connection: close either. */
  public ClickHouseRowReader<T> where(String sql) {
    return new ClickHouseRowReader<>(client, format, "(" + condition + ") AND (" + sql + ")");
  }

  /** The same table, seen through two times of arrival in microseconds, the second not included. Shares the connection: close either. */
  public ClickHouseRowReader<T> arrived(long from, long to) {
    return where("ingest_time >= fromUnixTimestamp64Micro(" + from + ", 'UTC')"
        + (to == Long.MAX_VALUE ? "" : " AND ingest_time < fromUnixTimestamp64Micro(" + to + ", 'UTC')"));
  }

  /** Every row once, in order of identity, read as the stream is consumed. The stream must be closed. */
  public Stream<T> stream() {
    QueryResponse answer = ask("SELECT " + String.join(", ", format.columns().stream().map(TableColumn::name).toList()) + from("FINAL")
        + " ORDER BY " + IDENTITY, ClickHouseFormat.RowBinaryWithNamesAndTypes);
    Iterator<T> rows = new RowIterator<>(body(answer), format);
    return StreamSupport.stream(Spliterators.spliteratorUnknownSize(rows, Spliterator.ORDERED | Spliterator.NONNULL), false)
        .onClose(() -> close(answer));
  }

  /** All rows that are stored, doubles that no merge has removed yet among them. */
  public long count() {
    return number("SELECT toInt64(count())" + from(""));
  }

  /** How many different identities are stored. */
  public long countDistinct() {
    return number("SELECT toInt64(uniqExact(" + IDENTITY + "))" + from(""));
  }

  /** The rows that a reader sees who asks for FINAL. */
  public long countFinal() {
    return number("SELECT toInt64(count())" + from("FINAL"));
  }

  /** How many rows arrived in each minute that has any, doubles among them; by the minute's first microsecond. */
  public SortedMap<Long, Long> countsByMinute() {
    String minute = "intDiv(toUnixTimestamp64Micro(ingest_time), " + MICROS_PER_MINUTE + ") * " + MICROS_PER_MINUTE;
    SortedMap<Long, Long> counts = new TreeMap<>();
    read("SELECT toInt64(" + minute + ") AS minute, toInt64(count())" + from("") + " GROUP BY minute", in -> {
      while (!in.ended()) {
        counts.put(in.readInt64(), in.readInt64());
      }
      return counts;
    });
    return counts;
  }

  /** Rows that arrive from this microsecond on are kept for certain at this moment, by the server's clock; of earlier ones some may be gone. */
  public long keptSince(Duration retention) {
    return (number("SELECT toInt64(toUnixTimestamp(now()))") - retention.toSeconds() + 1) * MICROS_PER_SECOND;
  }

  @Override
  public void close() {
    client.close();
  }

  private String from(String modifier) {
    return " FROM " + format.table() + " " + modifier + " WHERE " + condition;
  }

  private long number(String sql) {
    return read(sql, RowBinaryInput::readInt64);
  }

  private <A> A read(String sql, Answer<A> how) {
    QueryResponse answer = ask(sql, ClickHouseFormat.RowBinary);
    try {
      return how.read(new RowBinaryInput(answer.getInputStream()));
    } catch (IOException e) {
      throw new IllegalStateException("Cannot read " + format.table() + " from ClickHouse: " + Answers.reason(e), e);
    } finally {
      close(answer);
    }
  }

  /** A user's profile may ask for FINAL everywhere; here only the query says so. */
  private QueryResponse ask(String sql, ClickHouseFormat answerFormat) {
    QuerySettings settings = new QuerySettings().setFormat(answerFormat).serverSetting("final", "0");
    try {
      return Answers.of(client.query(sql, settings));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Cannot read " + format.table() + " from ClickHouse: interrupted", e);
    } catch (Exception e) {
      throw new IllegalStateException("Cannot read " + format.table() + " from ClickHouse: " + Answers.reason(e), e);
    }
  }

  /** The rows of an answer, whose columns are compared with those that rows have here. */
  private RowBinaryInput body(QueryResponse answer) {
    try {
      RowBinaryInput in = new RowBinaryInput(answer.getInputStream());
      Map<String, String> types = new HashMap<>();
      in.readHead().forEach(column -> types.put(column.name(), column.type()));
      List<String> differences = TableColumns.differences(format.columns(), types);
      if (differences.isEmpty()) {
        return in;
      }
      close(answer);
      throw new IllegalStateException("Cannot read " + format.table() + " from ClickHouse: " + String.join(", ", differences));
    } catch (IOException e) {
      throw new IllegalStateException("Cannot read " + format.table() + " from ClickHouse: " + Answers.reason(e), e);
    }
  }

  private static void close(QueryResponse answer) {
    try {
      answer.close();
    } catch (Exception e) {
      throw new IllegalStateException("Cannot end a query of ClickHouse: " + Answers.reason(e), e);
    }
  }
}
