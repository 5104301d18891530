package io.twinlane.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinlane.catalog.Category;
import io.twinlane.catalog.Source;
import io.twinlane.kafka.codec.CategoryCodec;
import io.twinlane.kafka.replay.MaxGap;
import io.twinlane.kafka.replay.Playback;
import io.twinlane.kafka.replay.ReplayProgress;
import io.twinlane.kafka.replay.Speed;
import io.twinlane.kafka.replay.Tracks;
import io.twinlane.normalize.CategoryRow;
import io.twinlane.normalize.Recording.Recorded;
import io.twinlane.types.RowTypes;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.CloseableIterator;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestartTest {
  private static final int BEFORE_CHECKPOINT = 500;
  private static final int CRASH_AT = 800;
  private static final int ALL = 1000;

  @TempDir Path checkpoints;

  @Test
  void a_job_that_crashes_loses_no_message_and_readers_see_none_twice() throws Exception {
    Category category = Samples.named("restarted");
    Source source = Samples.source("restarted");
    Engines.create(source.rawTopic(), "category.restarted");
    JobClient job = start(source, category);
    try {
      replay(source, 0, BEFORE_CHECKPOINT);
      int checkpoint = CrashOnce.checkpointsBegunAfter(BEFORE_CHECKPOINT);
      Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> CrashOnce.completed() > checkpoint + 1);
      replay(source, BEFORE_CHECKPOINT, ALL);
      Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> identities("category.restarted", category).size() >= ALL);
    } finally {
      job.cancel().get();
    }
    assertThat(CrashOnce.crashed()).as("the job crashed").isTrue();
    assertThat(identities("category.restarted", category)).as("messages in the topic").hasSize(ALL);
    int written = Engines.read("category.restarted").size();
    assertThat(written).as("rows in the topic, some of them twice").isGreaterThan(ALL);
    List<CategoryRow> once = readOnce(category);
    assertThat(once).as("rows that a reader sees").hasSize(ALL);
    Map<String, List<Long>> bySymbol = once.stream().collect(Collectors.groupingBy(
        row -> (String) row.values[0], Collectors.mapping(row -> row.originOffset, Collectors.toList())));
    assertThat(bySymbol.values()).allSatisfy(offsets -> assertThat(offsets).isSorted().doesNotHaveDuplicates());
  }

  private JobClient start(Source source, Category category) throws Exception {
    Configuration settings = new Configuration();
    settings.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
    settings.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 1);
    settings.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ZERO);
    settings.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(100));
    settings.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, checkpoints.toUri().toString());
    StreamExecutionEnvironment env = Engines.environment();
    env.configure(settings);
    env.setParallelism(1);
    RawTopicSource.of(Engines.kafka(), source, Reading.live("restarted")).stream(env, "read")
        .map(new CrashOnce(category.name(), CRASH_AT), RowTypes.CATEGORY_ROW).name("rows").uid("rows")
        .sinkTo(CategorySink.of(Engines.kafka(), List.of(category), Samples.STATES)).name("write").uid("write");
    return env.executeAsync("restarted");
  }

  private static void replay(Source source, int from, int to) {
    List<Recorded> messages = new ArrayList<>();
    for (int i = from; i < to; i++) {
      messages.add(new Recorded(i, null, Integer.toString(i).getBytes(StandardCharsets.UTF_8)));
    }
    new Playback(Engines.kafka(), Speed.FLAT_OUT, MaxGap.STANDARD).play(List.of(Tracks.of(source.rawTopic(), "k", messages)), ReplayProgress.NONE);
  }

  private static Set<Long> identities(String topic, Category category) {
    CategoryCodec codec = CategoryCodec.of(category, Samples.STATES);
    Set<Long> identities = new HashSet<>();
    Engines.read(topic).forEach(record -> identities.add(codec.decode(record.value()).originOffset));
    return identities;
  }

  private static List<CategoryRow> readOnce(Category category) throws Exception {
    StreamExecutionEnvironment env = Engines.collectingEnvironment();
    List<CategoryRow> rows = new ArrayList<>();
    try (CloseableIterator<CategoryRow> once = CategoryTopicSource
        .of(Engines.kafka(), CategoryCodec.of(category, Samples.STATES), Reading.untilNow()).stream(env, "read")
        .keyBy(ByIdentifier.of(category)).process(new DropRepeats(Duration.ofHours(1)), RowTypes.CATEGORY_ROW)
        .executeAndCollect("read-once")) {
      once.forEachRemaining(rows::add);
    }
    return rows;
  }
}
