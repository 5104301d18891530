package io.twinlane.jobs.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinlane.engines.EmbeddedFlink;
import java.util.List;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A job that cannot start is told by its name and the cause at the bottom, never by an id. */
class FirstCheckpointsTest {
  private static EmbeddedFlink flink;

  @BeforeAll
  static void start() {
    flink = EmbeddedFlink.start(new Configuration(), 0);
  }

  @AfterAll
  static void stop() {
    flink.close();
  }

  @Test
  void a_job_that_ends_while_starting_is_an_exception_with_its_name_and_cause() throws Exception {
    SubmittedJob job = submit("normalize-ib", "none");
    assertThatThrownBy(() -> new FirstCheckpoints(new FlinkRest(flink.url())).await(List.of(job)))
        .hasMessage("Cannot start job normalize-ib: Cannot read raw.ib: the topic is gone");
  }

  @Test
  void a_teams_job_that_fails_again_and_again_is_told_and_not_waited_for() throws Exception {
    SubmittedJob job = submit("compute-quant-casts", "exponential-delay");
    assertThat(new FirstCheckpoints(new FlinkRest(flink.url())).awaitOrTell(List.of(job)))
        .containsEntry("compute-quant-casts", "Cannot read raw.ib: the topic is gone").hasSize(1);
    assertThat(job.client().getJobStatus().get().isGloballyTerminalState()).as("it goes on trying").isFalse();
  }

  @Test
  void a_job_that_would_not_start_without_its_state_is_told_and_the_others_are_waited_for() throws Exception {
    String why = "Cannot start normalize-ib without its state: raw.ib/0 begins at offset 5; what was said before is missing";
    SubmittedJob refused = submit("normalize-ib", "none", why);
    SubmittedJob failing = submit("ingest-market_tick", "none");
    FirstCheckpoints checkpoints = new FirstCheckpoints(new FlinkRest(flink.url()));
    assertThat(checkpoints.await(List.of(refused))).containsEntry("normalize-ib", why).hasSize(1);
    assertThatThrownBy(() -> checkpoints.await(List.of(refused, failing))).hasMessageStartingWith("Cannot start job ingest-market_tick: ");
  }

  private static SubmittedJob submit(String name, String restarts) throws Exception {
    return submit(name, restarts, "Cannot read raw.ib: the topic is gone");
  }

  private static SubmittedJob submit(String name, String restarts, String message) throws Exception {
    Configuration settings = new Configuration();
    settings.setString("restart-strategy.type", restarts);
    settings.setString("execution.checkpointing.interval", "100 ms");
    StreamExecutionEnvironment env = flink.environment(settings).setParallelism(1);
    env.fromSequence(1, Long.MAX_VALUE).map(number -> fail(message)).print();
    return new SubmittedJob(name, env.executeAsync(name));
  }

  private static Long fail(String message) {
    throw new IllegalStateException("wrapped", new RuntimeException(message));
  }
}
