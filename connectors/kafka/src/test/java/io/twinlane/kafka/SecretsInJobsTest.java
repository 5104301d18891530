package io.twinlane.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinlane.catalog.Source;
import io.twinlane.normalize.DroppedMessage;
import io.twinlane.types.RowTypes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsInJobsTest {
  @Test
  void the_clients_of_a_job_read_the_secret_where_they_start(@TempDir Path dir) throws Exception {
    Path password = dir.resolve("password");
    Source source = Samples.source("secretive");
    Engines.create(source.rawTopic(), source.droppedTopic());
    KafkaConfig kafka = new KafkaConfig(Engines.kafka().bootstrapServers(), Map.of("interceptor.classes", Logins.class.getName(),
        "sasl.jaas.config", "x.Login required password=\"${file:" + password + "}\";"));
    Files.writeString(password, "earlier");
    StreamExecutionEnvironment env = Engines.environment();
    env.setRuntimeMode(RuntimeExecutionMode.BATCH);
    RawTopicSource.of(kafka, source, Reading.untilNow()).stream(env, "read")
        .map(raw -> new DroppedMessage("secretive", "HEARTBEAT", raw.origin(), raw.originOffset(), "ib/1", 0), RowTypes.DROPPED_MESSAGE).uid("map")
        .sinkTo(DroppedSink.of(kafka, source)).uid("write");

    Files.writeString(password, "correct horse"); // after the job was made: what counts is what stands there when a client starts
    env.execute("secretive");

    String login = "x.Login required password=\"correct horse\";";
    assertThat(Logins.seen()).contains("consumer " + login, "producer " + login).noneMatch(seen -> seen.contains("earlier"));
  }
}
