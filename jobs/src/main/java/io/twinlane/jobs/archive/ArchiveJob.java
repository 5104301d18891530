package io.twinlane.jobs.archive;

import io.twinlane.catalog.Source;
import io.twinlane.kafka.KafkaConfig;
import io.twinlane.kafka.RawTopicSource;
import io.twinlane.kafka.Reading;
import io.twinlane.lake.LakeConfig;
import io.twinlane.lake.RawArchive;
import io.twinlane.normalize.RawMessage;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** archive-&lt;source&gt;: a source's raw messages go into lake files exactly as received, each once; a checkpoint ends a file. */
public final class ArchiveJob {
  private ArchiveJob() {}

  /** Raw messages of one source. */
  public record Inputs(DataStream<RawMessage> raw) {}

  /** Where the files go. */
  public record Outputs(Sink<RawMessage> files) {}

  public static String name(Source source) {
    return "archive-" + source.name();
  }

  public static void define(Inputs inputs, Outputs outputs) {
    inputs.raw().sinkTo(outputs.files()).name("write-files").uid("write-files");
  }

  /**
   * Submits the job. It begins at the earliest message that Kafka holds unless it is restored from a checkpoint, so that nothing is left
   * out; bronze takes a message once even where two files hold it.
   */
  public static JobClient run(StreamExecutionEnvironment env, Source source, KafkaConfig kafka, LakeConfig lake) throws Exception {
    DataStream<RawMessage> raw = RawTopicSource.of(kafka, source, Reading.live(name(source))).stream(env, "read-raw");
    define(new Inputs(raw), new Outputs(RawArchive.sink(lake, source)));
    return env.executeAsync(name(source));
  }
}
