package io.twinlane.jobs.compute;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinlane.catalog.load.Problems;
import io.twinlane.jobs.compute.scenario.InputRowReader;
import io.twinlane.normalize.CategoryRow;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A computation that starts anew reads rows again; Redis itself tells every value that it was given. */
class RestartShowsNothingOlderTest {
  private static final String BAR = "research:bars_1m:CLZ6:2026-11-22T09:30Z";
  private static final Pattern TRADES = Pattern.compile("\"EVALSHA\".*\"" + BAR + "\".*\"trades\" \"(\\d+)\"");
  @TempDir private static Path folder;
  private static ComputeLab lab;

  @BeforeAll
  static void start() throws Exception {
    lab = new ComputeLab(folder);
  }

  @AfterAll
  static void stop() {
    lab.close();
  }

  @Test
  void a_start_without_state_goes_on_where_redis_is() throws Exception {
    lab.write(trades(0, 2_000));
    JobClient first = run();
    awaitTrades("2000");
    first.cancel().get();
    lab.flink.cancelAll();

    try (Monitor redis = new Monitor(lab.config().redis().url())) {
      run();
      lab.write(trades(2_000, 2_010));
      awaitTrades("2010");
      Awaitility.await().until(() -> redis.trades().contains(2_010L));
      assertThat(redis.trades()).as("what Redis was given since").allSatisfy(n -> assertThat(n).isGreaterThanOrEqualTo(2_000));
    }
  }

  private static JobClient run() throws Exception {
    Configuration settings = new Configuration();
    settings.setString("execution.checkpointing.interval", "500 ms");
    return ComputeJob.run(lab.environment(settings), lab.catalog, lab.computation("bars_1m"), lab.config());
  }

  private static void awaitTrades(String number) {
    Awaitility.await().atMost(Duration.ofSeconds(120)).until(() -> number.equals(lab.redis().hget(BAR, "trades")));
  }

  private static List<CategoryRow> trades(int from, int to) throws IOException {
    String lines = IntStream.range(from, to).mapToObj(i -> String.format("{\"symbol\":\"CLZ6\",\"event_time\":\"2026-11-22T09:30:00Z\","
        + "\"last_price\":\"70.%02d\",\"last_size\":1,\"origin_offset\":%d,\"ingest_time\":\"%s\"}", i % 100, i,
        Instant.now().truncatedTo(ChronoUnit.MICROS))).collect(Collectors.joining("\n"));
    Path file = Files.writeString(folder.resolve("in.market_tick.jsonl"), lines);
    return InputRowReader.read(lab.catalog, lab.catalog.category("market_tick"), file, new Problems(folder));
  }

  /** Redis' own account of every command, which no client can miss a value of. */
  private static final class Monitor implements AutoCloseable {
    private final Socket socket;
    private final List<Long> trades = new CopyOnWriteArrayList<>();

    Monitor(String url) throws IOException {
      URI address = URI.create(url);
      socket = new Socket(address.getHost(), address.getPort());
      socket.getOutputStream().write("MONITOR\r\n".getBytes(StandardCharsets.US_ASCII));
      BufferedReader lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      lines.readLine(); // from here on
      Thread reader = new Thread(() -> lines.lines().map(TRADES::matcher).filter(Matcher::find).forEach(m -> trades.add(Long.valueOf(m.group(1)))));
      reader.setDaemon(true);
      reader.setUncaughtExceptionHandler((thread, closed) -> { });
      reader.start();
    }

    List<Long> trades() {
      return trades;
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
