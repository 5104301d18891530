package io.twinlane.local.up;

import io.twinlane.local.settings.PlatformSettings;
import io.twinlane.local.terminal.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** The platform's servers: started side by side, ended in the reverse order of the data flow; all of them or none. */
final class Servers implements AutoCloseable {
  private static final int ENGINES = 4;

  private final PlatformSettings settings;
  private final StateFolder folder;
  private final Progress progress;
  private final Server[] running = new Server[ENGINES];
  private FlinkServer flink;

  private Servers(PlatformSettings settings, StateFolder folder, Progress progress) {
    this.settings = settings;
    this.folder = folder;
    this.progress = progress;
  }

  static Servers start(PlatformSettings settings, StateFolder folder, Progress progress) {
    Servers servers = new Servers(settings, folder, progress);
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

  private void startAll() {
    ExecutorService threads = Executors.newFixedThreadPool(ENGINES);
    try {
      List<CompletableFuture<Void>> starts = new ArrayList<>(List.of(
          start(0, "Kafka", threads, step -> KafkaServer.start(settings, folder)),
          start(1, "ClickHouse", threads, step -> ClickHouseServer.start(settings, folder, step::at)),
          start(2, "Redis", threads, step -> RedisServer.start(settings, folder)),
          start(3, "Flink", threads, step -> {
            flink = FlinkServer.start(settings, folder);
            return flink.server();
          })));
      CompletableFuture.allOf(starts.toArray(new CompletableFuture<?>[0])).join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException told ? told : e;
    } finally {
      threads.shutdown();
    }
  }

  private CompletableFuture<Void> start(int place, String name, ExecutorService threads, Function<Progress.Step, Server> start) {
    return CompletableFuture.runAsync(() -> {
      try (Progress.Step step = progress.begin("Starting " + name)) {
        Server server = start.apply(step);
        running[place] = server;
        EngineState state = server.state();
        step.done((name + " " + state.version()).strip() + (state.outside() ? " of your own on " : " on ") + state.address());
      }
    }, threads);
  }
}
