package io.twinlane.clickhouse;

import io.twinlane.catalog.Category;
import io.twinlane.catalog.States;
import io.twinlane.normalize.CategoryRow;
import io.twinlane.normalize.UnqualifiedRow;
import java.util.Collection;
import java.util.List;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.StatefulSinkWriter;
import org.apache.flink.api.connector.sink2.SupportsWriterState;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * Inserts rows into ClickHouse in batches. At least once: rows that are not acknowledged yet are part of a checkpoint. A retried insert
 * does not double (its token is remembered); rows that come again after a restart have the same sorting key and are one under FINAL.
 * Neither a row that cannot be stored nor a ClickHouse that is away fails the job.
 *
 * <p>It is no AsyncSinkBase because that one retries single entries in ever new requests, where a token needs the same batch again, and
 * because its checkpoints wait for requests in flight: here they go on while ClickHouse is away, until the buffer is full.
 */
public final class ClickHouseSink<T> implements Sink<T>, SupportsWriterState<T, List<T>> {
  /** Reason code of category rows that their table will never take; they go to the unqualified table. */
  public static final String NOT_STORED = "NOT_STORED";

  private static final long serialVersionUID = 1;

  private final ClickHouseConfig config;
  private final RowFormat<T> format;
  private final RefusedRowHandlerFactory<T> refused;

  private ClickHouseSink(ClickHouseConfig config, RowFormat<T> format, RefusedRowHandlerFactory<T> refused) {
    this.config = config;
    this.format = format;
    this.refused = refused;
  }

  /** A sink into the table of a category. */
  public static ClickHouseSink<CategoryRow> ofCategory(ClickHouseConfig config, Category category, States states) {
    return new ClickHouseSink<>(config, new CategoryRowFormat(category, states), RefusedIntoUnqualified::new);
  }

  /** A sink into the table of what did not qualify. What that table refuses is stored there shortened, with the reason. */
  public static ClickHouseSink<UnqualifiedRow> ofUnqualified(ClickHouseConfig config) {
    return new ClickHouseSink<>(config, new UnqualifiedRowFormat(), RefusedShortened::new);
  }

  @Override
  public StatefulSinkWriter<T, List<T>> createWriter(WriterInitContext context) {
    return restoreWriter(context, List.of());
  }

  @Override
  public StatefulSinkWriter<T, List<T>> restoreWriter(WriterInitContext context, Collection<List<T>> restored) {
    List<T> rows = restored.stream().flatMap(List::stream).toList();
    return new ClickHouseWriter<>(config, format, refused, rows, context.metricGroup());
  }

  @Override
  public SimpleVersionedSerializer<List<T>> getWriterStateSerializer() {
    return format.kept();
  }
}
