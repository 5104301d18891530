package io.twinlane.local.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinlane.engines.ProcessLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFolderTest {
  @TempDir
  Path dir;

  @Test
  void a_folder_is_taken_once_and_given_back() {
    StateFolder folder = folder();
    try (ProcessLock lock = folder.lock()) {
      assertThat(lock).isNotNull();
      assertThat(folder.forget()).isFalse();
      folder.write(PlatformState.starting());
      assertThatThrownBy(folder()::lock).isInstanceOf(PlatformRefusal.class)
          .hasMessageStartingWith("Cannot start the platform in " + dir + ": it is already running (pid " + ProcessHandle.current().pid()
              + ", since 20")
          .hasMessageEndingWith("). Stop it with ./twinlane down, or choose another folder with --set state.dir=...");
      assertThat(folder().running()).map(PlatformState::pid).contains(ProcessHandle.current().pid());
    }
    assertThatThrownBy(() -> Files.size(dir.resolve("platform.json.next"))).isInstanceOf(IOException.class);
    folder().lock().close();
  }

  @Test
  void the_words_of_one_that_was_killed_count_for_nothing_and_go_away() throws IOException {
    ProcessLock first = folder().lock();
    folder().write(PlatformState.starting());
    first.close(); // as the system does when it kills a process: the words stay
    assertThat(folder().running()).isEmpty();
    try (ProcessLock lock = folder().lock()) {
      assertThat(lock).isNotNull();
      assertThat(folder().forget()).isTrue();
      assertThat(dir.resolve("platform.json")).doesNotExist();
    }
  }

  @Test
  void a_folder_that_cannot_be_written_is_told_in_a_sentence() throws IOException {
    Path file = Files.createFile(dir.resolve("file"));
    assertThatThrownBy(StateFolder.of(Given.config(file.resolve("state")))::lock).isInstanceOf(PlatformRefusal.class)
        .hasMessageStartingWith("Cannot start the platform in " + file.resolve("state") + ": the folder cannot be written: ");
  }

  @Test
  void nothing_runs_in_a_folder_that_does_not_exist() {
    assertThat(StateFolder.of(Given.config(dir.resolve("none"))).running()).isEmpty();
    assertThat(dir.resolve("none")).doesNotExist();
  }

  private StateFolder folder() {
    return StateFolder.of(Given.config(dir));
  }
}
