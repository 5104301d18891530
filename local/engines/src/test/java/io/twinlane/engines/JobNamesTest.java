package io.twinlane.engines;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinlane.engines.logs.ComponentLogs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.DeploymentOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobNamesTest {
  @TempDir Path dir;

  @Test
  void a_job_logs_to_a_file_of_its_name_whether_it_came_from_this_process_or_from_another() throws Exception {
    try (ComponentLogs logs = ComponentLogs.into(dir); EmbeddedFlink flink = EmbeddedFlink.start(new Configuration(), 0)) {
      SmallJobs.endless(flink.environment(new Configuration())).executeAsync("from-here");
      SmallJobs.endless(overRest(flink.port())).executeAsync("over-rest");
      Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
        assertThat(said("from-here.log")).contains("switched from state CREATED to RUNNING");
        assertThat(said("over-rest.log")).contains("switched from INITIALIZING to RUNNING");
      });
    }
    assertThat(said("from-here.log")).doesNotContain("over-rest");
    assertThat(said("over-rest.log")).doesNotContain("from-here");
  }

  /** As another process would submit. */
  private static StreamExecutionEnvironment overRest(int port) {
    Configuration remote = new Configuration();
    remote.set(DeploymentOptions.TARGET, "remote");
    remote.set(RestOptions.ADDRESS, Ports.HOST);
    remote.set(RestOptions.PORT, port);
    return new StreamExecutionEnvironment(remote);
  }

  private String said(String file) throws Exception {
    return Files.exists(dir.resolve(file)) ? Files.readString(dir.resolve(file)) : "";
  }
}
