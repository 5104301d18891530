package io.twinlane.clickhouse;

import io.twinlane.normalize.UnqualifiedRow;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.awaitility.Awaitility;

/**
 * A process of its own, with little heap: it fills a writer whose table is away until there is no room for more, writes a checkpoint, renames
 * the table back and lets all of it in. Arguments: kind of rows, their number, URL, database.
 */
final class WriterInSmallHeap {
  private final ClickHouseConfig config;
  private final long count;

  private WriterInSmallHeap(ClickHouseConfig config, long count) {
    this.config = config;
    this.count = count;
  }

  public static void main(String[] args) throws Exception {
    WriterInSmallHeap process = new WriterInSmallHeap(ClickHouseConfig.at(args[2], args[3]), Long.parseLong(args[1]));
    long held = switch (args[0]) {
      case "ticks" -> process.run(format("market_tick"), i -> TickRows.tick("S" + i, TickRows.NOON, "1", i));
      case "levels" -> process.run(format("order_book"), i -> i == process.count - 1 ? TickRows.level("update", "bid", "" + i, "1", 1, (int) i)
          : TickRows.andMore(TickRows.level("update", "bid", "" + i, "1", 1, (int) i)));
      default -> process.run(new UnqualifiedRowFormat(), i -> new UnqualifiedRow("ib", null, "NOT_JSON", "it is no JSON", null, null,
          new byte[4 << 20], "raw.ib/0", i, 0, "ib/1", TickRows.NOON, TickRows.NOW));
    };
    System.out.println("held " + held);
    Runtime.getRuntime().halt(0);
  }

  private static CategoryRowFormat format(String category) {
    return new CategoryRowFormat(ClickHouseServer.category(category), ClickHouseServer.states());
  }

  private <T> long run(RowFormat<T> format, LongFunction<T> rows) throws Exception {
    ClickHouseWriter<T> writer = new ClickHouseWriter<>(config, format, (client, metrics) -> (row, why) -> {
      throw new AssertionError("refused " + row + ": " + why);
    }, List.of(), new UnregisteredMetricsGroup());
    Thread task = new Thread(() -> write(writer, rows));
    task.start();
    Awaitility.await("no room for more").atMost(60, TimeUnit.SECONDS).during(500, TimeUnit.MILLISECONDS)
        .until(() -> task.getState() == Thread.State.WAITING);
    List<List<T>> kept = writer.snapshotState(1);
    List<byte[]> state = serialize(format.kept(), kept);
    long held = kept.stream().mapToLong(List::size).sum();
    ClickHouseSchema.apply(config, List.of("RENAME TABLE " + config.database() + ".away TO " + config.database() + "." + format.table()));
    task.join();
    writer.flush(true);
    return state.isEmpty() ? 0 : held;
  }

  private <T> void write(ClickHouseWriter<T> writer, LongFunction<T> rows) {
    try {
      for (long i = 0; i < count; i++) {
        writer.write(rows.apply(i), null);
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static <T> List<byte[]> serialize(SimpleVersionedSerializer<List<T>> serializer, List<List<T>> lists) throws Exception {
    List<byte[]> bytes = new ArrayList<>();
    for (List<T> list : lists) {
      bytes.add(serializer.serialize(list));
    }
    return bytes;
  }
}
