package io.twinlane.kafka;

import java.util.List;
import java.util.Properties;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.connector.base.source.reader.SourceReaderOptions;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.KafkaSourceBuilder;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Some topics as a stream: where it begins and ends, that partitions added later are found, and that a topic which was created anew is not
 * taken for the one before it.
 */
public final class TopicInput<T> {
  private static final String CHECK = "check-incarnation";
  private static final String DISCOVERY_MILLIS = "60000";
  /**
   * Now and then a reader waits for ever for its last word to be heard (FLINK-40660), and a job that ends for the reader: 30 s unless set.
   * Kafka's source looks for it among its properties, where others look into the configuration of the cluster.
   */
  private static final String CLOSE_TIMEOUT_MILLIS = "2000";

  private final KafkaSource<T> source;
  private final KafkaRecordDeserializationSchema<T> records;
  private final KafkaConfig kafka;
  private final List<String> topics;
  private final TopicIds meant;
  private String needsBeginning;

  /** {@code meant} is the incarnation that the stream is of; null: the one that is there when the job begins. */
  TopicInput(KafkaConfig kafka, List<String> topics, Reading reading, KafkaRecordDeserializationSchema<T> records, TopicIds meant) {
    this.kafka = kafka;
    this.topics = topics;
    this.meant = meant;
    this.records = records;
    this.source = source(kafka, topics, reading, new NeverBack<>(records));
  }

  /** Refuses to begin without state where the topics have lost their beginning, in the name of the job that needs it. */
  public TopicInput<T> fromTheBeginning(String job) {
    needsBeginning = job;
    return this;
  }

  /** The stream's operators; the source has the name as its uid, too. */
  public SingleOutputStreamOperator<T> stream(StreamExecutionEnvironment env, String name) {
    return stream(env, WatermarkStrategy.noWatermarks(), name, name, CHECK);
  }

  /** The same with watermarks and uids of the caller's; a uid may be null where uids are made automatically. */
  public SingleOutputStreamOperator<T> stream(
      StreamExecutionEnvironment env, WatermarkStrategy<T> watermarks, String name, String sourceUid, String checkUid) {
    SingleOutputStreamOperator<T> read = env.fromSource(source, watermarks, name, records.getProducedType());
    if (sourceUid != null) {
      read.uid(sourceUid);
    }
    SingleOutputStreamOperator<T> checked = read.transform(
        CHECK, records.getProducedType(), new CheckIncarnation<>(kafka, topics, meant, needsBeginning));
    return checkUid == null ? checked : checked.uid(checkUid);
  }

  private static <T> KafkaSource<T> source(
      KafkaConfig kafka, List<String> topics, Reading reading, KafkaRecordDeserializationSchema<T> records) {
    Properties properties = kafka.consumer();
    properties.putIfAbsent("partition.discovery.interval.ms", DISCOVERY_MILLIS);
    properties.setProperty(SourceReaderOptions.SOURCE_READER_CLOSE_TIMEOUT.key(), CLOSE_TIMEOUT_MILLIS);
    KafkaSourceBuilder<T> source = KafkaSource.<T>builder()
        .setProperties(properties)
        .setBootstrapServers(kafka.bootstrapServers())
        .setTopics(topics)
        .setDeserializer(records)
        .setStartingOffsets(OffsetsInitializer.earliest());
    if (reading.group() != null) {
      source.setGroupId(reading.group()).setClientIdPrefix(reading.group());
    }
    return (reading.bounded() ? source.setBounded(OffsetsInitializer.latest()) : source).build();
  }
}
