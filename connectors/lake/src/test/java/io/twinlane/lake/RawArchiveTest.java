package io.twinlane.lake;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinlane.normalize.RawMessage;
import io.twinlane.types.RowTypes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RawArchiveTest {
  private static FlinkRuns flink;

  @TempDir
  private Path dir;
  private LakeConfig lake;

  @BeforeAll
  static void start() {
    flink = new FlinkRuns();
  }

  @AfterAll
  static void stop() {
    flink.close();
  }

  @BeforeEach
  void open() {
    lake = LakeConfig.local(dir.resolve("a lake %20"));
  }

  private List<String> archived() throws Exception {
    return flink.read(RawArchive.source(lake, TestLake.COINBASE));
  }

  @Test
  void awkward_messages_come_back_byte_for_byte() throws Exception {
    List<RawMessage> awkward = Messages.awkward();
    StreamExecutionEnvironment env = flink.environment(RuntimeExecutionMode.STREAMING);
    FlinkRuns.messages(env, awkward.size(), number -> Messages.awkward().get(number.intValue()))
        .sinkTo(RawArchive.sink(lake, TestLake.COINBASE));
    env.execute();
    assertThat(archived()).as("read back").containsExactlyInAnyOrderElementsOf(awkward.stream().map(Messages::show).toList());
  }

  @Test
  void each_message_lies_below_the_day_on_which_it_came() throws Exception {
    StreamExecutionEnvironment env = flink.environment(RuntimeExecutionMode.STREAMING);
    FlinkRuns.messages(env, 3, day -> new RawMessage("raw.coinbase/0", day, 0, Messages.NOON + day * Messages.DAY, new byte[] {1}, null))
        .sinkTo(RawArchive.sink(lake, TestLake.COINBASE));
    env.execute();
    try (Stream<Path> folders = Files.list(dir.resolve("a lake %20/raw/websocket/coinbase/feed"))) {
      assertThat(folders.map(folder -> folder.getFileName().toString())).as("folders")
          .containsExactlyInAnyOrder("dt=2026-11-22", "dt=2026-11-23", "dt=2026-11-24");
    }
    assertThat(new ArchiveCount(lake, TestLake.COINBASE).messages()).as("messages counted").isEqualTo(3);
  }

  @Test
  void a_job_that_is_killed_between_checkpoints_neither_loses_nor_doubles_messages() throws Exception {
    FailOnce.FAILURES.set(0);
    StreamExecutionEnvironment env = flink.environment(RuntimeExecutionMode.STREAMING);
    env.enableCheckpointing(100);
    env.configure(new Configuration().set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay"));
    env.fromSource(new DataGeneratorSource<>(Messages::text, 4000, RateLimiterStrategy.perSecond(2500), RowTypes.RAW_MESSAGE),
            WatermarkStrategy.noWatermarks(), "messages")
        .map(new FailOnce()).returns(RowTypes.RAW_MESSAGE)
        .sinkTo(RawArchive.sink(lake, TestLake.COINBASE));
    env.execute();
    assertThat(FailOnce.FAILURES).as("failures").hasValue(1);
    assertThat(archived()).as("archived").containsExactlyInAnyOrderElementsOf(
        LongStream.range(0, 4000).mapToObj(Messages::text).map(Messages::show).toList());
  }

  @Test
  void a_file_that_is_still_being_written_is_not_read() throws Exception {
    Path folder = Files.createDirectories(dir.resolve("a lake %20/raw/websocket/coinbase/feed/dt=2026-11-22"));
    Files.write(folder.resolve(".coinbase-1-0.avro.inprogress.77"), new byte[] {'O', 'b', 'j'});
    assertThat(archived()).as("archived").isEmpty();
  }

  @Test
  void a_source_that_was_never_archived_gives_nothing() throws Exception {
    assertThat(archived()).as("archived").isEmpty();
    assertThat(new ArchiveCount(lake, TestLake.COINBASE).messages()).as("messages counted").isZero();
  }
}
