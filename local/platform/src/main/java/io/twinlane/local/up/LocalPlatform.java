package io.twinlane.local.up;

import io.twinlane.engines.ProcessLock;
import io.twinlane.engines.logs.ComponentLogs;
import io.twinlane.local.settings.PlatformConfig;
import io.twinlane.local.terminal.Progress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.iceberg.IcebergBuild;

/**
 * The whole platform on one machine: Kafka, ClickHouse, Redis and Flink, ours or those that the settings name. It owns its state folder
 * while it runs and ends with this process, however that ends.
 */
public final class LocalPlatform implements AutoCloseable {
  private static final Duration FOR_KILLED_SERVERS_TO_END = Duration.ofSeconds(15);

  private final PlatformConfig config;
  private final StateFolder folder;
  private final ProcessLock lock;
  private final ComponentLogs logs;
  private final Servers servers;
  private final Thread hook = new Thread(this::close, "stop-platform");
  private PlatformState state;
  private boolean closed;

  private LocalPlatform(PlatformConfig config, StateFolder folder, ProcessLock lock, ComponentLogs logs, Servers servers,
      PlatformState state) {
    this.config = config;
    this.folder = folder;
    this.lock = lock;
    this.logs = logs;
    this.servers = servers;
    this.state = state;
  }

  /** Starts everything or nothing; a second platform on the same folder and taken ports are refused before anything starts. */
  public static LocalPlatform start(PlatformConfig config, Progress progress) {
    StateFolder folder = StateFolder.of(config);
    ProcessLock lock = folder.lock();
    boolean afterKill = folder.forget();
    ComponentLogs logs = ComponentLogs.into(folder.logs());
    PlatformState starting = PlatformState.starting();
    try {
      folder.write(starting);
      PortCheck.require(config, afterKill ? FOR_KILLED_SERVERS_TO_END : Duration.ZERO);
      Servers servers = Servers.start(config, folder, progress);
      LocalPlatform platform = new LocalPlatform(config, folder, lock, logs, servers, starting);
      platform.announce();
      return platform;
    } catch (RuntimeException e) {
      logs.close();
      folder.forget();
      lock.close();
      throw e;
    }
  }

  public PlatformConfig config() {
    return config;
  }

  public Addresses addresses() {
    return state.addresses();
  }

  /** The lake's folder, absolute. */
  public Path lakeRoot() {
    return config.lakeRoot();
  }

  /** A folder below the state folder, for a purpose: {@code flink}. */
  public Path folder(String name) {
    return folder.resolve(name);
  }

  /** An environment whose jobs run on the platform's Flink: {@code executeAsync} returns once submitted, {@code execute} waits. */
  public StreamExecutionEnvironment environment(Configuration job) {
    return servers.flink().environment(job);
  }

  /** Versions by engine: kafka, clickhouse, redis, flink, iceberg; empty for an outside server that does not tell. */
  public Map<String, String> versions() {
    Map<String, String> versions = new LinkedHashMap<>();
    state.engines().forEach(engine -> versions.put(engine.name(), engine.version()));
    versions.put("iceberg", IcebergBuild.version());
    return versions;
  }

  /** What {@code platform.json} holds now. */
  public PlatformState state() {
    return state;
  }

  /** Tells those who wait, {@code up} above all, that the jobs are submitted too. */
  public void ready() {
    ready(ComputationsAtStart.NONE);
  }

  /** The same, with what became of the computations. */
  public void ready(ComputationsAtStart computations) {
    state = state.whenReady(computations);
    folder.write(state);
  }

  /** Ends jobs and servers, those of others excepted, and gives the folder back. A second call does nothing. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      servers.close();
    } finally {
      logs.close();
      folder.forget();
      lock.close();
      forgetHook();
    }
  }

  private void announce() {
    Map<String, String> at = new LinkedHashMap<>();
    List<EngineState> engines = servers.states();
    engines.forEach(engine -> at.put(engine.name(), engine.address()));
    Addresses addresses = new Addresses(at.get(KafkaServer.NAME), at.get(ClickHouseServer.NAME), at.get(RedisServer.NAME),
        at.get(FlinkServer.NAME));
    state = state.with(addresses, config.lakeRoot().toString(), engines);
    folder.write(state);
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private void forgetHook() {
    if (Thread.currentThread() == hook) {
      return;
    }
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // the process is ending: the hook runs and finds everything closed
    }
  }
}
