package io.twinlane.jobs.normalize;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.Category;
import io.twinlane.catalog.MessageRule;
import io.twinlane.catalog.Source;
import io.twinlane.jobs.operators.NormalizeOperators;
import io.twinlane.kafka.CategorySink;
import io.twinlane.kafka.DroppedSink;
import io.twinlane.kafka.KafkaConfig;
import io.twinlane.kafka.RawTopicSource;
import io.twinlane.kafka.Reading;
import io.twinlane.kafka.TopicInput;
import io.twinlane.kafka.UnqualifiedSink;
import io.twinlane.normalize.CategoryRow;
import io.twinlane.normalize.DroppedMessage;
import io.twinlane.normalize.NormalizeSpec;
import io.twinlane.normalize.RawMessage;
import io.twinlane.normalize.UnqualifiedRow;
import java.util.List;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** normalize-&lt;source&gt;: a source's raw topic becomes category rows, unqualified rows and receipts of dropped messages. */
public final class NormalizeJob {
  /** What the name of every job of this kind begins with; the source follows. */
  public static final String PREFIX = "normalize-";

  private NormalizeJob() {}

  /** Raw messages of one source, in offset order per origin. */
  public record Inputs(DataStream<RawMessage> raw) {}

  /** Where the results go. */
  public record Outputs(Sink<CategoryRow> rows, Sink<UnqualifiedRow> unqualified, Sink<DroppedMessage> dropped) {}

  public static String name(Source source) {
    return PREFIX + source.name();
  }

  /** Defines the topology, without a word about where data comes from or goes. */
  public static void define(Inputs inputs, Outputs outputs, NormalizeSpec spec) {
    NormalizeOperators.Streams streams = NormalizeOperators.normalize(inputs.raw(), spec);
    // Forward: a key's rows stay with the writer that they come to in order, or the graph is refused.
    streams.rows().forward().sinkTo(outputs.rows()).name("write-rows").uid("write-rows");
    streams.unqualified().sinkTo(outputs.unqualified()).name("write-unqualified").uid("write-unqualified");
    streams.dropped().sinkTo(outputs.dropped()).name("write-dropped").uid("write-dropped");
  }

  /** Submits the job; one that merges ends at once, and says why, where it has no state and the topic has lost its beginning. */
  public static JobClient run(StreamExecutionEnvironment env, Catalog catalog, Source source, KafkaConfig kafka) throws Exception {
    return run(env, catalog, source, kafka, false);
  }

  /**
   * Submits the job. It begins at the earliest message that Kafka holds unless it is restored from a savepoint: merge state and offsets
   * belong together, and rows that come again are told by their identity.
   *
   * @param withoutState whether a job that merges may begin where the topic's beginning is gone: what was said there is then missing
   */
  public static JobClient run(
      StreamExecutionEnvironment env, Catalog catalog, Source source, KafkaConfig kafka, boolean withoutState) throws Exception {
    NormalizeSpec spec = NormalizeSpec.of(catalog, source);
    List<Category> categories = spec.categories();
    TopicInput<RawMessage> topic = RawTopicSource.of(kafka, source, Reading.live(name(source)));
    boolean merges = source.messages().stream().anyMatch(MessageRule::merge);
    DataStream<RawMessage> raw = (merges && !withoutState ? topic.fromTheBeginning(name(source)) : topic).stream(env, "read-raw");
    define(new Inputs(raw),
        new Outputs(CategorySink.of(kafka, categories, catalog.states()), UnqualifiedSink.of(kafka, source), DroppedSink.of(kafka, source)),
        spec);
    return env.executeAsync(name(source));
  }
}
