package io.twinlane.engines;

import io.twinlane.engines.logs.TellJobName;
import java.time.Duration;
import java.util.List;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.DeploymentOptions;
import org.apache.flink.configuration.HeartbeatManagerOptions;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.MetricOptions;
import org.apache.flink.configuration.NettyShuffleEnvironmentOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.configuration.WebOptions;
import org.apache.flink.connector.base.source.reader.SourceReaderOptions;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;

/** The settings of the one local cluster that runs every job. */
final class FlinkSettings {
  static final int TASK_MANAGERS = 2;
  static final int SLOTS_EACH = 16;
  /** Now and then a reader waits for ever for its last word to be heard (FLINK-40660), and a job that ends for the reader: 30 s unless set. */
  private static final Duration READER_CLOSE_TIMEOUT = Duration.ofSeconds(2);

  private FlinkSettings() {
  }

  static MiniClusterConfiguration cluster(Configuration extra, int restPort) {
    Configuration settings = new Configuration();
    rest(settings, restPort);
    settings.set(JobManagerOptions.BIND_HOST, Ports.HOST); // else blobs and shuffles are served to the whole network
    settings.set(TaskManagerOptions.BIND_HOST, Ports.HOST);
    memory(settings);
    // Connectors are on the application's class path, for every job alike: one copy of each class.
    settings.set(CoreOptions.CLASSLOADER_RESOLVE_ORDER, "parent-first");
    settings.set(CoreOptions.CHECK_LEAKED_CLASSLOADER, false);
    settings.set(HeartbeatManagerOptions.HEARTBEAT_TIMEOUT, Duration.ofMinutes(5)); // a laptop sleeps, a small one stalls
    settings.set(MetricOptions.METRIC_FETCHER_UPDATE_INTERVAL, Duration.ofSeconds(1));
    settings.set(SourceReaderOptions.SOURCE_READER_CLOSE_TIMEOUT, READER_CLOSE_TIMEOUT.toMillis());
    settings.set(DeploymentOptions.JOB_STATUS_CHANGED_LISTENERS, List.of(TellJobName.class.getName()));
    settings.addAll(extra);
    return new MiniClusterConfiguration.Builder()
        .setConfiguration(settings)
        .setNumTaskManagers(TASK_MANAGERS)
        .setNumSlotsPerTaskManager(SLOTS_EACH)
        .build();
  }

  private static void rest(Configuration settings, int port) {
    settings.set(RestOptions.ADDRESS, Ports.HOST);
    settings.set(RestOptions.BIND_ADDRESS, Ports.HOST);
    settings.set(RestOptions.PORT, port);
    settings.set(RestOptions.BIND_PORT, String.valueOf(port));
    settings.set(WebOptions.SUBMIT_ENABLE, false);
    String log = System.getProperty("log.file");
    if (log != null) {
      settings.set(WebOptions.LOG_PATH, log);
      settings.set(TaskManagerOptions.TASK_MANAGER_LOG_PATH, log);
    }
  }

  /** Managed memory is taken as it is used, network memory at once: what is given here is resident from the start. */
  private static void memory(Configuration settings) {
    settings.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(128)); // silver's sort spills what goes beyond
    settings.set(TaskManagerOptions.NETWORK_MEMORY_MIN, MemorySize.ofMebiBytes(64)); // 12 jobs at parallelism 2 take a seventh of it
    settings.set(TaskManagerOptions.NETWORK_MEMORY_MAX, MemorySize.ofMebiBytes(64));
    settings.set(NettyShuffleEnvironmentOptions.NETWORK_SORT_SHUFFLE_MIN_BUFFERS, 64); // the default is 16 MB a batch shuffle
  }
}
