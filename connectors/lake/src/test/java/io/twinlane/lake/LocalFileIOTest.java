package io.twinlane.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import org.apache.iceberg.exceptions.AlreadyExistsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalFileIOTest {
  @TempDir
  private Path dir;
  private final LocalFileIO files = new LocalFileIO();

  private String write(String name) throws Exception {
    String location = "file://" + dir.resolve(name);
    try (OutputStream out = files.newOutputFile(location).create()) {
      out.write(7);
    }
    return location;
  }

  @Test
  void a_file_is_found_under_the_name_that_it_was_written_by() throws Exception {
    String location = write("new folder/a%20b.parquet");
    try (InputStream in = files.newInputFile(location).newStream()) {
      assertThat(in.readAllBytes()).as("content").containsExactly(7);
    }
    assertThat(files.newOutputFile(location).location()).as("location").isEqualTo(location);
    assertThat(files.newOutputFile(location).toInputFile().location()).as("location").isEqualTo(location);
    assertThat(dir.resolve("new folder/a%20b.parquet")).as("file").exists();
    files.deleteFile(location);
    assertThat(files.newInputFile(location).exists()).as("exists after it was deleted").isFalse();
  }

  @Test
  void a_file_that_is_there_is_not_overwritten() throws Exception {
    String location = write("a");
    assertThatThrownBy(() -> files.newOutputFile(location).create()).isInstanceOf(AlreadyExistsException.class);
  }

  @Test
  void another_file_system_is_refused() {
    assertThatThrownBy(() -> files.newInputFile("abfs://lake@x/a")).hasMessage(
        "Cannot open abfs://lake@x/a: it is not on a disk of this machine. Allowed: file:///<path>");
  }

  @Test
  void a_file_that_cannot_be_deleted_is_named() {
    String gone = "file:" + dir.resolve("gone");
    assertThatThrownBy(() -> files.deleteFile(gone)).hasMessageStartingWith("Cannot delete " + gone);
  }
}
