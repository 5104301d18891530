package io.twinlane.engines;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.file.src.FileSource;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReaderCloseTest {
  /** Flink waits ten times as long unless it is told otherwise. */
  private static final Duration FEW_SECONDS = Duration.ofSeconds(10);

  @AfterEach
  void release() {
    NeverRead.release();
  }

  /** FLINK-40660: a job that ends waits now and then for a reader that never does. */
  @Test
  void a_job_does_not_wait_long_for_a_reader_that_never_closes(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("file"), "a line");
    try (EmbeddedFlink flink = EmbeddedFlink.start(new Configuration(), 0)) {
      StreamExecutionEnvironment env = flink.environment(new Configuration());
      env.fromSource(FileSource.forRecordStreamFormat(new NeverRead(), new org.apache.flink.core.fs.Path(folder.toUri())).build(),
          WatermarkStrategy.noWatermarks(), "read-files").sinkTo(new DiscardingSink<>());
      JobClient job = env.executeAsync("reads");
      NeverRead.awaitAsked();
      long begin = System.nanoTime();
      job.cancel().get();
      flink.cancelAll();
      assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(FEW_SECONDS);
    }
  }
}
