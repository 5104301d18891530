package io.twinlane.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessLockTest {
  @TempDir Path dir;

  @Test
  void a_folder_is_held_by_one_at_a_time() {
    ProcessLock first = ProcessLock.take("Kafka", dir, Duration.ZERO);
    assertThatThrownBy(() -> ProcessLock.take("Kafka", dir, Duration.ZERO))
        .isInstanceOf(CannotStart.class)
        .hasMessage("Cannot start Kafka in " + dir + ": another server uses this folder. Stop it, or use another folder.");
    first.close();
    ProcessLock.take("Kafka", dir, Duration.ZERO).close();
  }

  @Test
  void a_second_close_does_not_take_the_folder_from_its_next_holder() {
    ProcessLock first = ProcessLock.take("Kafka", dir, Duration.ZERO);
    first.close();
    try (ProcessLock second = ProcessLock.take("Kafka", dir, Duration.ZERO)) {
      first.close();
      assertThat(second).isNotNull();
      assertThatThrownBy(() -> ProcessLock.take("Kafka", dir, Duration.ZERO)).isInstanceOf(CannotStart.class);
    }
  }

  @Test
  void a_refused_try_does_not_open_the_folder_to_other_processes() throws Exception {
    try (ProcessLock first = ProcessLock.take("Kafka", dir, Duration.ZERO)) {
      assertThat(first).isNotNull();
      assertThatThrownBy(() -> ProcessLock.take("Kafka", dir, Duration.ZERO)).isInstanceOf(CannotStart.class);
      Process other = OtherJvm.running(LockMain.class, dir.toString()).start();
      assertThat(other.inputReader().readLine()).isEqualTo("refused");
    }
    Process other = OtherJvm.running(LockMain.class, dir.toString()).start();
    assertThat(other.inputReader().readLine()).isEqualTo("taken");
  }

  @Test
  void whether_a_file_is_held_can_be_asked_without_taking_it_or_making_it() throws Exception {
    Path file = dir.resolve("lock");
    assertThat(ProcessLock.isHeld(file)).isFalse();
    assertThat(file).doesNotExist();
    try (ProcessLock lock = ProcessLock.take(file, Duration.ZERO).orElseThrow()) {
      assertThat(lock).isNotNull();
      assertThat(ProcessLock.isHeld(file)).isTrue();
      assertThat(ProcessLock.take(dir.resolve("x/../lock"), Duration.ZERO)).isEmpty();
    }
    assertThat(ProcessLock.isHeld(file)).isFalse();
    ProcessLock.take(file, Duration.ZERO).orElseThrow().close();
  }

  @Test
  void a_holder_can_leave_words() throws Exception {
    Path file = dir.resolve("lock");
    try (ProcessLock lock = ProcessLock.take(file, Duration.ZERO).orElseThrow()) {
      lock.write("a long sentence of an earlier holder");
      lock.write("pid 7");
    }
    assertThat(file).hasContent("pid 7");
  }
}
