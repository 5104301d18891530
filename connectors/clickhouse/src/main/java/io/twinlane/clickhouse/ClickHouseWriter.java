package io.twinlane.clickhouse;

import com.clickhouse.client.api.Client;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.api.connector.sink2.StatefulSinkWriter;
import org.apache.flink.metrics.MetricGroup;

/** One subtask of the sink: its buffer, and the thread that empties it into ClickHouse. */
final class ClickHouseWriter<T> implements StatefulSinkWriter<T, List<T>> {
  /** How long a checkpoint waits for ClickHouse to take what is buffered, which keeps it small; what is left then goes into it. */
  private static final Duration CHECKPOINT_PATIENCE = Duration.ofSeconds(1);
  private static final Duration FOR_EVER = Duration.ofNanos(Long.MAX_VALUE);

  private final Client client;
  private final OpenMessages<T> open;
  private final RowBuffer<T> buffer;
  private final RowDelivery<T> delivery;
  private final Thread sender;

  ClickHouseWriter(
      ClickHouseConfig config, RowFormat<T> format, RefusedRowHandlerFactory<T> refused, List<T> restored, MetricGroup group) {
    client = config.open();
    DeliveryMetrics metrics = new DeliveryMetrics(group);
    open = new OpenMessages<>(format, config.limits().bytes(), metrics::parted);
    buffer = new RowBuffer<>(config.limits(), open.restore(restored));
    delivery = new RowDelivery<>(
        format, new TableInsert(client, format.table(), format.columns()), refused.create(client, metrics), metrics);
    sender = new Thread(this::send, "clickhouse-" + format.table());
    sender.setDaemon(true);
    sender.start();
  }

  @Override
  public void write(T row, Context context) throws InterruptedException {
    RowGroup<T> whole = open.add(row);
    if (whole != null) {
      buffer.add(whole);
    }
  }

  /**
   * What a job that was stopped held back of a message waits here until the first checkpoint: at another parallelism its rest has come to
   * another subtask by then.
   */
  @Override
  public void flush(boolean endOfInput) throws InterruptedException {
    add(open.takeRestored());
    if (endOfInput) {
      add(open.groups()); // what is not whole by now never will be
      open.clear();
    }
    buffer.flush(endOfInput ? FOR_EVER : CHECKPOINT_PATIENCE);
  }

  @Override
  public List<List<T>> snapshotState(long checkpointId) {
    return KeptLists.of(Stream.concat(buffer.unacknowledged().stream(), open.groups().stream()).toList());
  }

  private void add(List<RowGroup<T>> groups) throws InterruptedException {
    for (RowGroup<T> group : groups) {
      buffer.add(group);
    }
  }

  /** Abandons an insert in flight: the rows are in the last checkpoint or will be read again. */
  @Override
  public void close() throws InterruptedException {
    sender.interrupt();
    client.close();
    sender.join(CHECKPOINT_PATIENCE.toMillis());
  }

  private void send() {
    try {
      client.ping(); // the first batch need not wait for the connection; a server that is away is met when there is something to send
      while (true) {
        List<T> batch = buffer.take();
        while (!delivery.deliver(batch)) {
          batch = buffer.takeMore();
        }
        buffer.acknowledged();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Throwable e) {
      buffer.fail(e);
    }
  }
}
