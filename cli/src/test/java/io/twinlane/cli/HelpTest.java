package io.twinlane.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinlane.local.terminal.Terminal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class HelpTest {
  private final CommandLine command = CommandLines.of(new Session(Outcome.ROOT, Map.of(), Terminal.plain(System.out, System.err)));

  @Test
  void no_verb_at_all_shows_every_verb_in_the_order_in_which_a_person_meets_them() {
    Outcome outcome = Outcome.of();
    assertThat(outcome.code()).isZero();
    List<String> verbs = outcome.out().lines().filter(line -> line.matches("  [a-z]+ .*")).map(line -> line.strip().split(" ")[0]).toList();
    assertThat(verbs).startsWith("demo", "test", "up", "status", "down")
        .containsExactlyInAnyOrderElementsOf(command.getSubcommands().keySet());
    assertThat(outcome).isEqualTo(Outcome.of("--help")).isEqualTo(Outcome.of("help"));
  }

  @Test
  void help_explains_a_verb_as_the_verb_itself_does() {
    assertThat(Outcome.of("help", "up")).isEqualTo(Outcome.of("up", "--help"));
  }

  @Test
  void the_version_is_one_line() {
    Outcome outcome = Outcome.of("--version");
    assertThat(outcome.code()).isZero();
    assertThat(outcome.out()).matches("twinlane \\S+ \\(Java \\S+\\)\n").isEqualTo(Outcome.of("-V").out());
  }

  @Test
  void every_verb_has_json_and_a_help_that_says_what_it_does() {
    command.getSubcommands().forEach((verb, line) -> {
      Outcome outcome = Outcome.of(verb, "--help");
      assertThat(outcome.code()).as(verb).isZero();
      assertThat(outcome.out()).contains("Usage: twinlane " + verb, "--json", line.getCommandSpec().usageMessage()
          .description()[0].substring(0, 20));
    });
  }
}
