package io.twinlane.jobs.ingest;

import io.twinlane.catalog.ReleasedReceipts;
import io.twinlane.catalog.Source;
import io.twinlane.clickhouse.ClickHouseConfig;
import io.twinlane.clickhouse.ClickHouseSink;
import io.twinlane.kafka.KafkaConfig;
import io.twinlane.kafka.Reading;
import io.twinlane.kafka.UnqualifiedTopicSource;
import io.twinlane.normalize.UnqualifiedRow;
import java.util.List;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** ingest-unqualified: what could not go on, of every source, goes into one ClickHouse table for those who mend mappings. */
public final class IngestUnqualifiedJob {
  public static final String NAME = "ingest-unqualified";

  private IngestUnqualifiedJob() {}

  /** Unqualified rows of any source. */
  public record Inputs(DataStream<UnqualifiedRow> rows) {}

  /** Where they go. */
  public record Outputs(Sink<UnqualifiedRow> table) {}

  public static void define(Inputs inputs, Outputs outputs) {
    inputs.rows().sinkTo(outputs.table()).name("insert-unqualified").uid("insert-unqualified");
  }

  /** Submits the job. It begins at the earliest row that Kafka holds unless it is restored, as {@link IngestJob} does. */
  public static JobClient run(
      StreamExecutionEnvironment env, List<Source> sources, ReleasedReceipts released, KafkaConfig kafka, ClickHouseConfig clickhouse)
      throws Exception {
    DataStream<UnqualifiedRow> rows = UnqualifiedTopicSource.of(kafka, sources, released, Reading.live(NAME)).stream(env, "read-unqualified");
    define(new Inputs(rows), new Outputs(ClickHouseSink.ofUnqualified(clickhouse)));
    return env.executeAsync(NAME);
  }
}
