package io.twinlane.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinlane.catalog.Source;
import java.time.Duration;
import java.util.Map;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JobsThatEndTest {
  /** Flink waits ten times as long unless it is told otherwise. */
  private static final Duration FEW_SECONDS = Duration.ofSeconds(10);

  @AfterEach
  void release() {
    NeverClosed.release();
  }

  /** FLINK-40660: now and then a reader waits for ever for its last word to be heard, and its job for the reader. */
  @Test
  void a_job_does_not_wait_long_for_a_reader_that_never_closes() throws Exception {
    Source source = Samples.source("ending");
    Engines.create(source.rawTopic());
    KafkaConfig kafka = new KafkaConfig(
        Engines.kafka().bootstrapServers(), Map.of("interceptor.classes", NeverClosed.class.getName()));
    StreamExecutionEnvironment env = Engines.environment();
    env.setRuntimeMode(RuntimeExecutionMode.BATCH);
    RawTopicSource.of(kafka, source, Reading.untilNow()).stream(env, "read").sinkTo(new DiscardingSink<>()).name("end").uid("end");
    long begin = System.nanoTime();
    env.execute("ends");
    assertThat(NeverClosed.asked()).as("a reader that does not close").isTrue();
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(FEW_SECONDS);
  }
}
