package io.twinlane.engines.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.flink.util.MdcUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class ComponentLogsTest {
  @TempDir Path dir;

  @Test
  void each_component_and_each_job_has_a_file_of_its_own() throws IOException {
    JobNames.put("1234", "normalize-ib");
    try (ComponentLogs logs = ComponentLogs.into(dir)) {
      LoggerFactory.getLogger("org.apache.kafka.clients.NetworkClient").warn("broker speaks");
      LoggerFactory.getLogger("org.apache.flink.runtime.jobmaster.JobMaster").warn("cluster speaks");
      LoggerFactory.getLogger("io.twinlane.local.up.LocalPlatform").info("platform speaks");
      try (MdcUtils.MdcCloseable job = MdcUtils.withContext(Map.of(MdcUtils.JOB_ID, "1234"))) {
        LoggerFactory.getLogger("org.apache.kafka.clients.NetworkClient").warn("job speaks");
        LoggerFactory.getLogger("io.twinlane.jobs.normalize.Any").info("job speaks again");
      }
    }
    LoggerFactory.getLogger("io.twinlane.local.up.LocalPlatform").info("after the end");
    assertThat(said("kafka.log")).containsExactly("broker speaks");
    assertThat(said("flink.log")).containsExactly("cluster speaks");
    assertThat(said("twinlane.log")).containsExactly("platform speaks");
    assertThat(said("normalize-ib.log")).containsExactly("job speaks", "job speaks again");
  }

  @Test
  void a_job_that_runs_checkpoints_every_second_or_two_fills_no_file_with_them() throws IOException {
    try (ComponentLogs logs = ComponentLogs.into(dir)) {
      LoggerFactory.getLogger("org.apache.flink.runtime.checkpoint.CheckpointCoordinator").info("Completed checkpoint 7");
      LoggerFactory.getLogger("org.apache.flink.runtime.checkpoint.CheckpointCoordinator").warn("Checkpoint expired");
    }
    assertThat(said("flink.log")).containsExactly("Checkpoint expired");
  }

  @Test
  void a_component_that_talks_without_end_takes_no_more_than_its_three_files() throws IOException {
    String line = "x".repeat(100_000);
    try (ComponentLogs logs = ComponentLogs.into(dir)) {
      for (int i = 0; i < 250; i++) {
        LoggerFactory.getLogger("io.twinlane.Any").info(line);
      }
    }
    try (Stream<Path> files = Files.list(dir)) {
      assertThat(files.toList()).extracting(file -> file.getFileName().toString())
          .containsExactlyInAnyOrder("twinlane.log", "twinlane.log.1", "twinlane.log.2");
    }
    assertThat(dir.resolve("twinlane.log.2").toFile().length()).isBetween(5_000_000L, 5_500_000L);
  }

  private List<String> said(String file) throws IOException {
    return Files.readAllLines(dir.resolve(file)).stream().map(line -> line.replaceAll(".*\\] ", "")).toList();
  }
}
