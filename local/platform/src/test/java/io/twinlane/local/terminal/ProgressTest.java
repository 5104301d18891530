package io.twinlane.local.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private long now = 100;

  @Test
  void a_file_gets_a_line_for_each_step_and_a_sign_of_life_after_four_seconds_of_silence() {
    Progress progress = new Progress(terminal(false), () -> now);
    Progress.Step kafka = progress.begin("Starting Kafka");
    Progress.Step flink = progress.begin("Starting Flink");
    passes(3.9, progress);
    assertThat(text()).isEmpty();
    kafka.at("formatting");
    passes(0.1, progress);
    passes(1, progress);
    kafka.done("Kafka on 127.0.0.1:9092");
    flink.close();
    passes(60, progress);
    assertThat(text()).isEqualTo("""
          ... 4 s: Starting Kafka (formatting), Starting Flink
          ok  Kafka on 127.0.0.1:9092 (5.0 s)
        """);
  }

  @Test
  void a_terminal_gets_its_last_line_rewritten_and_cleared_at_the_end() {
    Progress progress = new Progress(terminal(true), () -> now);
    progress.begin("Starting Kafka with a name that is longer than the terminal");
    passes(1, progress);
    progress.say("a line that stays");
    progress.close();
    assertThat(text()).isEqualTo("""
        \r\u001b[K  ... 0 s: Starting Kafka with a nam...\
        \r\u001b[K  ... 1 s: Starting Kafka with a nam...\
        \r\u001b[Ka line that stays
        \r\u001b[K  ... 1 s: Starting Kafka with a nam...\
        \r\u001b[K""");
  }

  @Test
  void the_signs_of_life_of_another_process_are_recognised() {
    assertThat(Progress.isSignOfLife("  ... 4 s: Starting Kafka")).isTrue();
    assertThat(Progress.isSignOfLife("  ok  Kafka (4 s)")).isFalse();
  }

  @Test
  void the_heart_beats_by_itself() {
    try (Progress progress = Progress.start(terminal(true))) {
      progress.begin("Waiting");
      await().atMost(Duration.ofSeconds(5)).until(() -> text().contains("... 1 s: Waiting"));
    }
  }

  private void passes(double seconds, Progress progress) {
    now += (long) (seconds * TimeUnit.SECONDS.toNanos(1));
    progress.beat();
  }

  private Terminal terminal(boolean live) {
    PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
    return new Terminal(stream, stream, Colours.NONE, live, 40);
  }

  private String text() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
