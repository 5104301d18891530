package io.twinlane.local.up;

import io.twinlane.clickhouse.ClickHouseOptions;
import io.twinlane.engines.ChdbLibrary;
import io.twinlane.kafka.KafkaOptions;
import io.twinlane.local.settings.PlatformConfig;
import io.twinlane.local.settings.PlatformOptions;
import io.twinlane.local.terminal.Progress;
import io.twinlane.redis.RedisOptions;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.apache.flink.configuration.ConfigOption;

/** The platform's servers: started side by side, ended in the reverse order of the data flow; all of them or none. */
final class Servers implements AutoCloseable {
  private static final int ENGINES = 4;

  private final PlatformConfig config;
  private final StateFolder folder;
  private final Progress progress;
  private final Server[] running = new Server[ENGINES];
  private FlinkServer flink;

  /** How one server starts, and the setting that puts an outside one in its place. */
  private record Start(int place, String name, ConfigOption<String> outside, Function<Progress.Step, Server> how) {}

  private Servers(PlatformConfig config, StateFolder folder, Progress progress) {
    this.config = config;
    this.folder = folder;
    this.progress = progress;
  }

  static Servers start(PlatformConfig config, StateFolder folder, Progress progress) {
    Servers servers = new Servers(config, folder, progress);
    try {
      servers.startAll();
      return servers;
    } catch (RuntimeException e) {
      servers.close();
      throw e;
    }
  }

  List<EngineState> states() {
    return Arrays.stream(running).map(Server::state).toList();
  }

  FlinkServer flink() {
    return flink;
  }

  /** Ends Flink with its jobs first, then what they write to, Kafka last. */
  @Override
  public void close() {
    RuntimeException failure = null;
    for (int i : new int[] {3, 2, 1, 0}) {
      try {
        if (running[i] != null) {
          running[i].end().close();
        }
      } catch (Exception e) {
        failure = new IllegalStateException("Cannot end " + running[i].state().name() + ": " + e.getMessage(), e);
      }
      running[i] = null;
    }
    if (failure != null) {
      throw failure;
    }
  }

  /** Outside servers first: one that does not answer is told before ours have taken their time. */
  private void startAll() {
    ExecutorService threads = Executors.newFixedThreadPool(ENGINES);
    try {
      List<Start> starts = List.of(
          new Start(0, "Kafka", KafkaOptions.BOOTSTRAP_SERVERS, step -> KafkaServer.start(config, folder)),
          new Start(1, "ClickHouse", ClickHouseOptions.URL, step -> ClickHouseServer.start(config, folder, step::at)),
          new Start(2, "Redis", RedisOptions.URL, step -> RedisServer.start(config, folder)),
          new Start(3, "Flink", PlatformOptions.FLINK_URL, this::startFlink));
      starts.stream().filter(start -> config.has(start.outside())).forEach(this::run);
      prepareClickHouse();
      CompletableFuture.allOf(starts.stream().filter(start -> !config.has(start.outside()))
          .map(start -> CompletableFuture.runAsync(() -> run(start), threads)).toArray(CompletableFuture<?>[]::new)).join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException told ? told : e;
    } finally {
      threads.shutdown();
    }
  }

  /** ClickHouse's engine is fetched once a machine; that it cannot be is told before anything starts. */
  private void prepareClickHouse() {
    if (!config.has(ClickHouseOptions.URL)) {
      try (Progress.Step step = progress.begin("Preparing ClickHouse")) {
        ChdbLibrary.locate(step::at);
      }
    }
  }

  private Server startFlink(Progress.Step step) {
    flink = FlinkServer.start(config, folder);
    return flink.server();
  }

  private void run(Start start) {
    try (Progress.Step step = progress.begin("Starting " + start.name())) {
      Server server = start.how().apply(step);
      running[start.place()] = server;
      EngineState state = server.state();
      step.done((start.name() + " " + state.version()).strip() + (state.outside() ? " of your own on " : " on ") + state.address());
    }
  }
}
