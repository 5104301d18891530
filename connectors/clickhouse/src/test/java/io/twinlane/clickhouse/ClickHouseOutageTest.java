package io.twinlane.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.twinlane.engines.EmbeddedClickHouse;
import io.twinlane.normalize.CategoryRow;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClickHouseOutageTest {
  private static final CategoryRowFormat FORMAT =
      new CategoryRowFormat(ClickHouseServer.category("market_tick"), ClickHouseServer.states());

  @TempDir
  private Path dir;

  @Test
  void rows_that_come_while_the_server_is_killed_arrive_when_it_is_back() throws Exception {
    ClickHouseConfig config;
    int port;
    ClickHouseWriter<CategoryRow> writer;
    try (EmbeddedClickHouse server = EmbeddedClickHouse.start(dir, 0, 0)) {
      port = server.httpPort();
      config = ClickHouseServer.newDatabase(server.httpUrl(), ClickHouseServer.CATALOG);
      writer = writer(config);
      write(writer, 0, 500);
      await("the first rows are stored").atMost(Duration.ofSeconds(20)).until(() -> count(config) > 0);
      ProcessHandle.of(server.pid()).orElseThrow().destroyForcibly();
    }
    write(writer, 500, 1000);
    writer.flush(false);
    List<List<CategoryRow>> checkpoint = writer.snapshotState(1);
    assertThat(checkpoint.stream().flatMap(List::stream).toList()).as("a checkpoint goes on without the server, and holds what it has not stored").hasSizeBetween(500, 1000);

    try (EmbeddedClickHouse server = EmbeddedClickHouse.start(dir, port, 0)) {
      writer.flush(true);
      assertThat(writer.snapshotState(2)).as("unacknowledged rows after the flush").isEmpty();
      assertThat(stored(config).countDistinct()).as("identities at " + server.httpUrl()).isEqualTo(1000);
      assertThat(stored(config).countFinal()).as("rows under FINAL").isEqualTo(1000);
      writer.close();
      restored(config, checkpoint.stream().flatMap(List::stream).toList()).flush(true);
      assertThat(stored(config).countFinal()).as("rows under FINAL after the checkpoint was restored").isEqualTo(1000);
    }
  }

  private static ClickHouseWriter<CategoryRow> writer(ClickHouseConfig config) {
    return restored(config.withBatch(600, Duration.ofMillis(20)), List.of());
  }

  private static ClickHouseWriter<CategoryRow> restored(ClickHouseConfig config, List<CategoryRow> rows) {
    return new ClickHouseWriter<>(config, FORMAT, RefusedIntoUnqualified::new, rows, new UnregisteredMetricsGroup());
  }

  private static void write(ClickHouseWriter<CategoryRow> writer, int from, int to) throws InterruptedException {
    for (int i = from; i < to; i++) {
      writer.write(TickRows.tick("S" + i % 10, TickRows.NOON + i, "1", i), null);
    }
  }

  private static long count(ClickHouseConfig config) {
    return stored(config).count();
  }

  private static ClickHouseRowReader<CategoryRow> stored(ClickHouseConfig config) {
    return ClickHouseRowReader.ofCategory(config, ClickHouseServer.category("market_tick"), ClickHouseServer.states());
  }
}
