package io.twinlane.local.up;

import io.twinlane.engines.EmbeddedFlink;
import io.twinlane.jobs.cluster.FlinkRest;
import io.twinlane.jobs.cluster.RemoteFlink;
import io.twinlane.local.settings.PlatformConfig;
import io.twinlane.local.settings.PlatformOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.configuration.WebOptions;
import org.apache.flink.runtime.util.EnvironmentInformation;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.FileUtils;

/** The platform's Flink: ours in this process, or the session cluster that the settings name; either takes jobs. */
final class FlinkServer {
  static final String NAME = "flink";

  private final Server server;
  private final EmbeddedFlink embedded;

  private FlinkServer(Server server, EmbeddedFlink embedded) {
    this.server = server;
    this.embedded = embedded;
  }

  static FlinkServer start(PlatformConfig config, StateFolder folder) {
    String outside = config.address(PlatformOptions.FLINK_URL);
    if (!outside.isEmpty()) {
      return new FlinkServer(Server.outside(NAME, version(outside), outside), null);
    }
    EmbeddedFlink flink = EmbeddedFlink.start(folders(folder.resolve(NAME), folder.log(NAME)), config.get(PlatformOptions.FLINK_PORT));
    return new FlinkServer(
        Server.ours(NAME, EnvironmentInformation.getVersion(), flink.url(), ProcessHandle.current().pid(), flink), flink);
  }

  Server server() {
    return server;
  }

  StreamExecutionEnvironment environment(Configuration job) {
    if (embedded != null) {
      return embedded.environment(job);
    }
    return RemoteFlink.environment(server.state().address(), job);
  }

  /** All that the cluster writes goes below the platform's folder; what a killed one left in its scratch folder goes away. */
  private static Configuration folders(Path folder, Path log) {
    Path scratch = folder.resolve("tmp");
    try {
      FileUtils.deleteDirectory(scratch.toFile());
      Files.createDirectories(scratch);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot start Flink: its folder " + scratch + " cannot be emptied", e);
    }
    Configuration config = new Configuration();
    config.set(CoreOptions.TMP_DIRS, scratch.toString());
    config.set(WebOptions.TMP_DIR, scratch.toString());
    config.set(WebOptions.LOG_PATH, log.toString());
    config.set(TaskManagerOptions.TASK_MANAGER_LOG_PATH, log.toString());
    config.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, folder.resolve("checkpoints").toUri().toString());
    config.set(CheckpointingOptions.SAVEPOINT_DIRECTORY, folder.resolve("savepoints").toUri().toString());
    return config;
  }

  private static String version(String url) {
    try {
      return new FlinkRest(url).version();
    } catch (IOException e) {
      throw new PlatformRefusal("Cannot use " + PlatformOptions.FLINK_URL.key() + "=" + url + ": " + e.getMessage(), e);
    }
  }
}
