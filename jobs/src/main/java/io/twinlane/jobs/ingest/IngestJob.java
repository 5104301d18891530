package io.twinlane.jobs.ingest;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.Category;
import io.twinlane.clickhouse.ClickHouseConfig;
import io.twinlane.clickhouse.ClickHouseSink;
import io.twinlane.kafka.CategoryTopicSource;
import io.twinlane.kafka.KafkaConfig;
import io.twinlane.kafka.Reading;
import io.twinlane.kafka.SetAside;
import io.twinlane.kafka.codec.CategoryCodec;
import io.twinlane.normalize.CategoryRow;
import io.twinlane.normalize.UnqualifiedRow;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * ingest-&lt;category&gt;: a category's rows go into ClickHouse as they are; at least once, made idempotent by their identity. A record of the
 * topic that is no row goes to what did not qualify: of all who read the topic this job alone keeps it.
 */
public final class IngestJob {
  private IngestJob() {}

  /** Rows of one category, and what stands for the records of its topic that are none. */
  public record Inputs(DataStream<CategoryRow> rows, DataStream<UnqualifiedRow> undecodable) {}

  /** Where they go. */
  public record Outputs(Sink<CategoryRow> table, Sink<UnqualifiedRow> unqualified) {}

  public static String name(Category category) {
    return "ingest-" + category.name();
  }

  public static void define(Inputs inputs, Outputs outputs) {
    inputs.rows().sinkTo(outputs.table()).name("insert-rows").uid("insert-rows");
    inputs.undecodable().sinkTo(outputs.unqualified()).name("insert-undecodable").uid("insert-undecodable");
  }

  /**
   * Submits the job. It begins at the earliest row that Kafka holds unless it is restored: what a checkpoint held for ClickHouse is in no
   * committed offset, and rows that come again are one with themselves.
   */
  public static JobClient run(
      StreamExecutionEnvironment env, Catalog catalog, Category category, KafkaConfig kafka, ClickHouseConfig clickhouse)
      throws Exception {
    CategoryCodec codec = CategoryCodec.of(category, catalog.states());
    SetAside.Streams read = SetAside.of(
        CategoryTopicSource.withUndecodable(kafka, codec, Reading.live(name(category))).stream(env, "read-rows"));
    define(new Inputs(read.rows(), read.undecodable()),
        new Outputs(ClickHouseSink.ofCategory(clickhouse, category, catalog.states()), ClickHouseSink.ofUnqualified(clickhouse)));
    return env.executeAsync(name(category));
  }
}
