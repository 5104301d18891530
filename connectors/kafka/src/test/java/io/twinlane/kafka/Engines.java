package io.twinlane.kafka;

import io.twinlane.catalog.TopicSettings;
import io.twinlane.catalog.derive.KafkaTopics.Topic;
import io.twinlane.engines.EmbeddedFlink;
import io.twinlane.engines.EmbeddedKafka;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.operators.collect.CollectSinkOperatorFactory;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** One Kafka and one Flink for all tests of this module; each test has topics of its own. */
public final class Engines {
  private static final int MAX_MESSAGE_BYTES = KafkaConfig.MAX_BYTES;
  private static final EmbeddedKafka KAFKA = EmbeddedKafka.start(folder(), 0);
  private static EmbeddedFlink flink;

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(Engines::stop));
  }

  private Engines() {}

  public static KafkaConfig kafka() {
    return KafkaConfig.of(KAFKA.bootstrapServers());
  }

  /** An environment without automatic uids and without Kryo, as every job of ours runs. */
  public static synchronized StreamExecutionEnvironment environment() {
    Configuration job = new Configuration();
    job.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
    job.set(PipelineOptions.GENERIC_TYPES, false);
    job.set(CoreOptions.DEFAULT_PARALLELISM, 2);
    return flink().environment(job);
  }

  /** An environment for jobs that tests end with Flink's own collecting sink, which has no uid. */
  public static synchronized StreamExecutionEnvironment collectingEnvironment() {
    Configuration job = new Configuration();
    job.set(PipelineOptions.GENERIC_TYPES, false);
    job.set(CoreOptions.DEFAULT_PARALLELISM, 2);
    job.set(CollectSinkOperatorFactory.MAX_BATCH_SIZE, MemorySize.ofMebiBytes(32));
    return flink().environment(job);
  }

  public static synchronized EmbeddedFlink flink() {
    if (flink == null) {
      flink = EmbeddedFlink.start(new Configuration(), 0);
    }
    return flink;
  }

  public static void create(String... names) {
    Topics.create(kafka(), Stream.of(names).map(name -> new Topic(name, TopicSettings.onOneBroker(2, Duration.ofDays(1)), MAX_MESSAGE_BYTES, "")).toList());
  }

  /** Everything that some topics hold now. */
  public static List<ConsumerRecord<byte[], byte[]>> read(String... topics) {
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    try (TopicReader reader = new TopicReader(kafka(), List.of(topics))) {
      reader.readToNow(records::add);
    }
    return records;
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory("kafka-tests");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static synchronized void stop() {
    if (flink != null) {
      flink.close();
    }
    KAFKA.close();
  }
}
