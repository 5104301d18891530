package io.twinlane.local.days;

import io.twinlane.engines.EmbeddedClickHouse;
import io.twinlane.engines.EmbeddedFlink;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * What is kept still means the same tomorrow: ten days of both lanes, four times over. After each day every store holds what a plain program
 * says of all days so far, both lanes agree, and no message is lost.
 */
class TenDaysTest {
  /** Histories beside each other: a small machine's cores are busy then. */
  private static final int AT_ONCE = 2;

  @TempDir
  static Path folder;

  private static final ExecutorService HISTORIES = Executors.newFixedThreadPool(AT_ONCE);
  private static final Map<Variation, Future<Void>> RUNNING = new LinkedHashMap<>();
  private static EmbeddedFlink flink;
  private static EmbeddedClickHouse clickhouse;

  @BeforeAll
  static void start() {
    flink = EmbeddedFlink.start(new Configuration(), 0);
    clickhouse = EmbeddedClickHouse.start(folder.resolve("clickhouse"), 0, 0);
    Variation.ALL.forEach(variation -> RUNNING.put(variation, HISTORIES.submit(() -> run(variation))));
  }

  @AfterAll
  static void stop() {
    HISTORIES.shutdownNow();
    flink.close();
    clickhouse.close();
  }

  @ParameterizedTest
  @FieldSource("io.twinlane.local.days.Variation#ALL")
  void after_each_of_ten_days_all_that_is_kept_is_what_it_should_be(Variation variation) throws Throwable {
    try {
      RUNNING.get(variation).get();
    } catch (ExecutionException e) {
      throw e.getCause();
    }
  }

  private static Void run(Variation variation) throws Exception {
    try (History history = new History(variation, flink, clickhouse, folder.resolve(variation.database()))) {
      history.run();
    }
    return null;
  }
}
