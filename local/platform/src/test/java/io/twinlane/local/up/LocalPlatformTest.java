package io.twinlane.local.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.twinlane.jobs.cluster.FlinkRest;
import io.twinlane.local.terminal.Progress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** One platform's life, told in order: it costs a minute to live it more than once. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LocalPlatformTest {
  @TempDir
  static Path dir;

  private static PlatformState killed;
  private static LocalPlatform second;

  @Test
  @Order(1)
  void up_leaves_a_platform_running_in_a_process_of_its_own() throws Exception {
    try (Progress progress = Given.progress()) {
      Detached.start(PlatformProcess.command(state()), folder(), progress);
    }
    killed = folder().running().orElseThrow();
    PlatformStatus status = PlatformStatus.of(folder());
    assertThat(status.ready()).isTrue();
    assertThat(status.engines()).extracting(EngineStatus::name).containsExactly("kafka", "clickhouse", "redis", "flink");
    assertThat(status.engines()).allSatisfy(engine -> {
      assertThat(engine.up()).as(engine.name()).isTrue();
      assertThat(engine.version()).as(engine.name()).matches("\\d+\\.\\d+.*");
      assertThat(engine.memoryMb()).as(engine.name()).isPositive();
    });
    keepSomething(killed.addresses());
  }

  @Test
  @Order(2)
  void a_second_platform_on_the_folder_is_refused_by_name() {
    try (Progress progress = Given.progress()) {
      String refusal = "Cannot start the platform in " + state() + ": it is already running (pid " + killed.pid() + ", since "
          + killed.started() + ")";
      assertThatThrownBy(() -> LocalPlatform.start(Given.config(state()), progress)).hasMessageStartingWith(refusal);
      assertThatThrownBy(() -> Detached.start(List.of("false"), folder(), progress)).hasMessageStartingWith(refusal);
    }
  }

  @Test
  @Order(3)
  void killing_the_platform_leaves_no_process_behind() {
    List<Long> processes = killed.engines().stream().map(EngineState::pid).distinct().toList();
    assertThat(processes).hasSize(3).allMatch(LocalPlatformTest::alive);
    ProcessHandle.of(killed.pid()).orElseThrow().destroyForcibly();
    await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(processes).noneMatch(LocalPlatformTest::alive));
    assertThat(PlatformStatus.of(folder()).running()).isFalse();
  }

  @Test
  @Order(4)
  void the_next_platform_on_the_folder_finds_what_kafka_and_clickhouse_held() throws Exception {
    try (Progress progress = Given.progress()) {
      second = LocalPlatform.start(Given.config(state()), progress);
    }
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", second.addresses().kafka()))) {
      assertThat(admin.listTopics().names().get()).contains("kept");
    }
    assertThat(ask(second.addresses(), "SELECT x FROM kept.t")).isEqualTo("42");
  }

  @Test
  @Order(5)
  void every_engine_can_be_replaced_by_an_outside_one() throws Exception {
    Addresses at = second.addresses();
    try (Progress progress = Given.progress();
        LocalPlatform third = LocalPlatform.start(Given.config(dir.resolve("third"), "kafka.bootstrap-servers=" + at.kafka(),
            "clickhouse.url=" + at.clickhouse(), "redis.url=" + at.redis(), "flink.url=" + at.flink()), progress)) {
      assertThat(third.addresses()).isEqualTo(at);
      assertThat(third.state().engines()).allMatch(EngineState::outside);
      var environment = third.environment(new Configuration());
      assertThat(environment.fromSequence(1, 3).setParallelism(1).executeAndCollect(10)).containsExactly(1L, 2L, 3L);
    }
    assertThat(Probe.flink(at.flink())).as("the outside Flink lives on").isTrue();
    assertThat(new FlinkRest(at.flink()).jobs()).singleElement().satisfies(job -> assertThat(job.parallelism()).isPositive());
  }

  @Test
  @Order(6)
  void an_outside_server_that_does_not_answer_is_named_and_nothing_is_left_running() {
    try (Progress progress = Given.progress()) {
      assertThatThrownBy(() -> LocalPlatform.start(Given.config(dir.resolve("fourth"), "redis.url=redis://127.0.0.1:1"), progress))
          .isInstanceOf(PlatformRefusal.class).hasMessage("Cannot use redis.url=redis://127.0.0.1:1: nothing answers there.");
    }
    assertThat(StateFolder.of(Given.config(dir.resolve("fourth"))).running()).isEmpty();
    assertThat(ProcessHandle.current().children().filter(ProcessHandle::isAlive).count()).as("the second platform's two children")
        .isEqualTo(2);
  }

  @Test
  @Order(7)
  void a_closed_platform_gives_its_folder_back() {
    second.close();
    second.close();
    assertThat(PlatformStatus.of(folder()).running()).isFalse();
    assertThat(ProcessHandle.current().children().filter(ProcessHandle::isAlive)).isEmpty();
  }

  private static void keepSomething(Addresses at) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", at.kafka()))) {
      admin.createTopics(List.of(new NewTopic("kept", 1, (short) 1))).all().get();
    }
    ask(at, "CREATE DATABASE kept");
    ask(at, "CREATE TABLE kept.t (x Int32) ORDER BY x");
    ask(at, "INSERT INTO kept.t VALUES (42)");
  }

  private static String ask(Addresses at, String sql) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(at.clickhouse())).POST(HttpRequest.BodyPublishers.ofString(sql)).build();
    HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body().strip();
  }

  private static boolean alive(long pid) {
    return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
  }

  private static Path state() {
    return dir.resolve("state");
  }

  private static StateFolder folder() {
    return StateFolder.of(Given.config(state()));
  }
}
