package io.twinlane.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLockTest {
  @TempDir Path dir;

  @Test
  void a_folder_is_held_by_one_at_a_time() {
    FolderLock first = FolderLock.take("Kafka", dir, Duration.ZERO);
    assertThatThrownBy(() -> FolderLock.take("Kafka", dir, Duration.ZERO))
        .isInstanceOf(CannotStart.class)
        .hasMessage("Cannot start Kafka in " + dir + ": another server uses this folder. Stop it, or use another folder.");
    first.close();
    FolderLock.take("Kafka", dir, Duration.ZERO).close();
  }

  @Test
  void a_second_close_does_not_take_the_folder_from_its_next_holder() {
    FolderLock first = FolderLock.take("Kafka", dir, Duration.ZERO);
    first.close();
    try (FolderLock second = FolderLock.take("Kafka", dir, Duration.ZERO)) {
      first.close();
      assertThat(second).isNotNull();
      assertThatThrownBy(() -> FolderLock.take("Kafka", dir, Duration.ZERO)).isInstanceOf(CannotStart.class);
    }
  }

  @Test
  void a_refused_try_does_not_open_the_folder_to_other_processes() throws Exception {
    try (FolderLock first = FolderLock.take("Kafka", dir, Duration.ZERO)) {
      assertThat(first).isNotNull();
      assertThatThrownBy(() -> FolderLock.take("Kafka", dir, Duration.ZERO)).isInstanceOf(CannotStart.class);
      Process other = OtherJvm.running(LockMain.class, dir.toString()).start();
      assertThat(other.inputReader().readLine()).isEqualTo("refused");
    }
    Process other = OtherJvm.running(LockMain.class, dir.toString()).start();
    assertThat(other.inputReader().readLine()).isEqualTo("taken");
  }
}
