package io.twinlane.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinlane.catalog.CatalogLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The most memory that the normalize function takes, as docs/memory.md states it, with a heap of that size and no more. */
@Timeout(120)
class MemoryTest {
  private static final String ROOT = System.getProperty("twinlane.root");
  /** Classes, catalog, and what the process has besides. */
  private static final int PROCESS = 16 << 20;

  @Test
  void the_largest_message_of_the_smallest_levels_fits_into_sixteen_times_its_size() throws Exception {
    int most = CatalogLoader.load(Path.of(ROOT)).platform().maxRecordBytes();
    Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx" + (PROCESS + 16 * most),
        "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError", "-Dtwinlane.root=" + ROOT, "-cp",
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")), LargestMessage.class.getName())
        .redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("ended").isTrue();

    assertThat(said).as("what it says of a message of " + most + " bytes").matches("(?s).*bytes 4194\\d{3} rows 4194\\d{2} others 0\\R");
  }
}
