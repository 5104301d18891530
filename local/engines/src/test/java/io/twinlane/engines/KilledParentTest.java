package io.twinlane.engines;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Scanner;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledParentTest {
  @TempDir Path dir;

  @Test
  void a_killed_jvm_leaves_no_process_behind_and_what_was_acknowledged_is_there_on_a_restart_on_the_same_ports() throws Exception {
    Process parent = OtherJvm.running(EnginesMain.class, dir.toString()).start();
    Scanner ports = new Scanner(portsLine(parent)).skip("ports");
    List<ProcessHandle> engines = parent.descendants().toList();
    assertThat(engines).as("ClickHouse, Redis and what watches over Redis").hasSizeGreaterThanOrEqualTo(3);

    parent.destroyForcibly().waitFor();

    try (EmbeddedKafka kafka = EmbeddedKafka.start(dir.resolve("kafka"), ports.nextInt());
        EmbeddedClickHouse clickHouse = EmbeddedClickHouse.start(dir.resolve("clickhouse"), ports.nextInt(), ports.nextInt());
        EmbeddedRedis redis = EmbeddedRedis.start(dir.resolve("redis"), ports.nextInt())) {
      assertThat(ClickHouseQuery.by("default", clickHouse).run("SELECT word FROM realtime.kept")).isEqualTo("acknowledged");
      assertThat(redis.ping()).isTrue();
      assertThat(firstValue(kafka)).isEqualTo("acknowledged");
    }
    Awaitility.await().atMost(Duration.ofSeconds(10)).untilAsserted(() ->
        assertThat(engines).as("left behind").noneMatch(KilledParentTest::runs));
  }

  @Test
  void ctrl_c_in_the_terminal_does_not_reach_the_engines() throws Exception {
    try (EmbeddedClickHouse clickHouse = EmbeddedClickHouse.start(dir.resolve("clickhouse"), 0, 0);
        EmbeddedRedis redis = EmbeddedRedis.start(dir.resolve("redis"), 0)) {
      long ours = session(ProcessHandle.current().pid());
      assertThat(session(clickHouse.pid())).isNotEqualTo(ours);
      assertThat(session(redis.pid())).isNotEqualTo(ours);
    }
  }

  private static String portsLine(Process parent) {
    return parent.inputReader().lines().filter(line -> line.startsWith("ports ")).findFirst().orElseThrow();
  }

  private static String firstValue(EmbeddedKafka kafka) {
    Map<String, Object> settings = Map.of("bootstrap.servers", kafka.bootstrapServers(), "auto.offset.reset", "earliest");
    try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      consumer.assign(List.of(new TopicPartition("raw.ib", 0)));
      return Stream.generate(() -> consumer.poll(Duration.ofSeconds(1))).limit(20)
          .filter(records -> !records.isEmpty()).findFirst().orElseThrow().iterator().next().value();
    }
  }

  /** A dead process that nobody has asked for its exit code is still listed: it runs no more. */
  private static boolean runs(ProcessHandle process) {
    return process.isAlive() && !stat(process.pid()).startsWith("Z");
  }

  private static long session(long pid) {
    return Long.parseLong(stat(pid).split(" ")[3]);
  }

  /** What Linux tells of a process, from its state on. */
  private static String stat(long pid) {
    try {
      String line = Files.readString(Path.of("/proc", String.valueOf(pid), "stat"));
      return line.substring(line.lastIndexOf(')') + 2);
    } catch (IOException e) {
      return "Z"; // gone while we looked
    }
  }
}
