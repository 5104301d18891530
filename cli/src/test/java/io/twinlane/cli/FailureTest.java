package io.twinlane.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinlane.local.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class FailureTest {
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void what_nobody_foresaw_is_one_sentence_that_names_the_cause_and_the_log() {
    assertThat(told(new IllegalStateException("wrapped", new IOException("disk full\n\tat a.b.C"))))
        .isEqualTo("Cannot finish check: IOException: disk full. Details: " + System.getProperty("log.file", "the log") + "\n");
  }

  @Test
  void what_was_foreseen_is_told_as_it_is() {
    assertThat(told(new IllegalArgumentException("Cannot find source x: the catalog has [ib]")))
        .isEqualTo("Cannot find source x: the catalog has [ib]\n");
  }

  private String told(Exception failure) {
    PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
    Session session = new Session(Outcome.ROOT, Map.of(), Terminal.plain(stream, stream));
    CommandLine check = CommandLines.of(session).getSubcommands().get("check");
    assertThat(new Failure(session).handleExecutionException(failure, check, null)).isEqualTo(2);
    return err.toString(StandardCharsets.UTF_8);
  }
}
