package io.twinlane.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinlane.catalog.Source;
import io.twinlane.kafka.replay.MaxGap;
import io.twinlane.kafka.replay.Playback;
import io.twinlane.kafka.replay.ReplayProgress;
import io.twinlane.kafka.replay.Speed;
import io.twinlane.kafka.replay.Tracks;
import io.twinlane.normalize.Recording.Recorded;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.util.ExceptionUtils;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A topic that is deleted and created again is another topic, whatever its name; jobs here would restart for ever over anything else. */
class IncarnationTest {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @TempDir
  private Path dir;

  @Test
  void a_topic_that_is_created_anew_under_a_running_job_ends_the_job_with_a_sentence() throws Exception {
    Source source = Samples.source("silentagain");
    Engines.create(source.rawTopic());
    replay(source, 1);
    JobClient job = run(source, 1, null);
    awaitRead(source, 1);

    createAnew(source);

    assertEnds(job, source);
  }

  @Test
  void messages_of_the_new_topic_never_count_as_those_of_the_old_one() throws Exception {
    Source source = Samples.source("shorter");
    Engines.create(source.rawTopic());
    replay(source, 50);
    JobClient job = run(source, 2, null);
    awaitRead(source, 50);

    createAnew(source);
    replay(source, 3);

    assertEnds(job, source);
  }

  @Test
  void a_savepoint_of_another_incarnation_is_refused_and_one_of_the_same_is_taken_at_another_parallelism() throws Exception {
    Source source = Samples.source("restored");
    Engines.create(source.rawTopic());
    replay(source, 50);
    JobClient job = run(source, 2, null);
    awaitRead(source, 50);
    String savepoint = job.stopWithSavepoint(false, dir.resolve("savepoints").toUri().toString(), SavepointFormatType.CANONICAL).get();

    JobClient again = run(source, 1, savepoint);
    replay(source, 10);
    awaitRead(source, 60);
    again.cancel().get();
    createAnew(source);

    assertEnds(run(source, 2, savepoint), source);
  }

  @Test
  void a_topic_that_is_not_there_has_no_id() {
    assertThatThrownBy(() -> TopicIds.of(Engines.kafka(), List.of("raw.nowhere")))
        .hasMessageStartingWith("Cannot ask Kafka at " + Engines.kafka() + " for the ids of [raw.nowhere]: ");
  }

  private JobClient run(Source source, int parallelism, String savepoint) throws Exception {
    Configuration settings = new Configuration();
    settings.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
    settings.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, Integer.MAX_VALUE);
    settings.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(100));
    settings.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(200));
    settings.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, dir.resolve("checkpoints").toUri().toString());
    settings.set(CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION, ExternalizedCheckpointRetention.DELETE_ON_CANCELLATION);
    if (savepoint != null) {
      settings.set(StateRecoveryOptions.SAVEPOINT_PATH, savepoint);
    }
    StreamExecutionEnvironment env = Engines.environment();
    env.configure(settings);
    env.setParallelism(parallelism);
    RawTopicSource.of(Engines.kafka(), source, Reading.live(source.name())).stream(env, "read")
        .sinkTo(new DiscardingSink<>()).name("discard").uid("discard");
    return env.executeAsync("incarnation of " + source.name());
  }

  /** Far enough that a checkpoint has what it has read. */
  private static void awaitRead(Source source, int messages) throws Exception {
    try (Admin admin = Admin.create(Engines.kafka().client())) {
      Awaitility.await("checkpoint").atMost(PATIENCE).until(() -> admin.listConsumerGroupOffsets(source.name())
          .partitionsToOffsetAndMetadata().get().values().stream().mapToLong(OffsetAndMetadata::offset).sum() == messages);
    }
  }

  private static void createAnew(Source source) throws Exception {
    try (Admin admin = Admin.create(Engines.kafka().client())) {
      String was = TopicIds.of(Engines.kafka(), List.of(source.rawTopic())).byTopic().get(source.rawTopic());
      admin.deleteTopics(List.of(source.rawTopic())).all().get();
      Awaitility.await("topic is gone").atMost(PATIENCE).until(() -> !admin.listTopics().names().get().contains(source.rawTopic()));
      Engines.create(source.rawTopic());
      assertThat(TopicIds.of(Engines.kafka(), List.of(source.rawTopic())).byTopic().get(source.rawTopic())).isNotEqualTo(was);
    }
  }

  private static void assertEnds(JobClient job, Source source) {
    Awaitility.await("job ends").atMost(PATIENCE).until(() -> job.getJobExecutionResult().isDone());
    assertThatThrownBy(() -> job.getJobExecutionResult().get()).isInstanceOf(ExecutionException.class)
        .satisfies(failure -> assertThat(ExceptionUtils.stringifyException(failure)).contains("Cannot go on reading " + source.rawTopic()
            + ": the topic was created anew: it was ").contains("Start the job without its state"));
  }

  private static void replay(Source source, int messages) {
    List<Recorded> recorded = new ArrayList<>();
    for (int i = 0; i < messages; i++) {
      recorded.add(new Recorded(i, null, Integer.toString(i).getBytes(StandardCharsets.UTF_8)));
    }
    new Playback(Engines.kafka(), Speed.FLAT_OUT, MaxGap.STANDARD).play(List.of(Tracks.of(source.rawTopic(), "k", recorded)), ReplayProgress.NONE);
  }
}
