package io.twinlane.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinlane.engines.EmbeddedClickHouse;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The most memory that a writer takes, as docs/memory.md states it, with a heap of that size and no more. */
@Timeout(180)
class MemoryTest {
  private static final long MIB = 1 << 20;
  private static final long BATCH = ClickHouseOptions.BATCH_BYTES.defaultValue().getBytes();
  /** Classes, client, and what the process has besides. */
  private static final long PROCESS = 48 * MIB;

  @TempDir
  private static Path dir;
  private static EmbeddedClickHouse server; // of its own: the shared one has its fill of the other tests' tables

  private final ClickHouseConfig config = ClickHouseServer.newDatabase(server.httpUrl(), ClickHouseServer.CATALOG);

  @BeforeAll
  static void start() {
    server = EmbeddedClickHouse.start(dir, 0, 0);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @AfterEach
  void drop() {
    ClickHouseServer.execute(config, "DROP DATABASE " + config.database() + " SYNC");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
      "ticks,       120000, market_tick, 0",
      "levels,      120000, order_book,  0",
      "unqualified, 30,     unqualified, 4",
  })
  void a_writer_whose_clickhouse_is_away_holds_no_more_than_it_may(String kind, long rows, String table, long largestMib) throws Exception {
    ClickHouseServer.execute(config, "RENAME TABLE " + config.database() + "." + table + " TO " + config.database() + ".away");
    long heap = PROCESS + 8 * (BATCH + largestMib * MIB);

    String said = run(heap, kind, String.valueOf(rows), config.url(), config.database());

    assertThat(said).as("what a process with a heap of " + heap / MIB + " MiB says").matches("(?s).*held \\d+\\R");
    long held = Long.parseLong(said.substring(said.lastIndexOf("held ") + 5).strip());
    assertThat(held).as("rows held while the table was away").isBetween(2L, rows - 1);
    assertThat(ClickHouseServer.text(config, "SELECT toString(count()) FROM (SELECT DISTINCT origin, origin_offset, row_index FROM " + table + ")"))
        .as("rows that arrived").isEqualTo(String.valueOf(rows));
  }

  private static String run(long heap, String... arguments) throws Exception {
    Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx" + heap,
        "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError", "-Dtwinlane.root=" + System.getProperty("twinlane.root"), "-cp",
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")), WriterInSmallHeap.class.getName(),
        arguments[0], arguments[1], arguments[2], arguments[3]).redirectErrorStream(true).directory(new File(".")).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("ended").isTrue();
    return said;
  }
}
