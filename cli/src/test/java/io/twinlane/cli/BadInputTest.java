package io.twinlane.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BadInputTest {
  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "dmeo                | Cannot run dmeo: there is no such verb; did you mean demo? Known: demo, test, up, ",
      "nonsense            | Cannot run nonsense: there is no such verb. Known: demo, test, up, ",
      "nonsense --help     | Cannot run nonsense: there is no such verb. Known: demo, test, up, ",
      "help nonsense       | Cannot run nonsense: there is no such verb. Known: demo, test, up, ",
      "--verbose           | Cannot run twinlane: --verbose is not understood",
      "demo --fast         | Cannot run demo: --fast is not understood. Known: --data, --exit, --help, --json, --keep, ",
      "demo --sped=max     | Cannot run demo: --sped=max is not understood; did you mean --speed? Known: --data, ",
      "demo --speed 0x     | Cannot play at speed '0x': it must be recorded, max, or a number of times such as 10x.",
      "demo --data         | Cannot run demo: missing required parameter for option '--data' (DIR). Known: --data, ",
      "up now              | Cannot run up: now is not understood. Known: --foreground, --help, --json, --no-jobs, --set.",
      "up --set kafka.prot=1  | Cannot set kafka.prot: unknown key kafka.prot; did you mean kafka.port? Known: kafka.port, ",
      "status --set flink.port=x | Cannot set flink.port to 'x': it must be a port: a number from 0 to 65535, 0 for any free one.",
      "test                | Cannot run test here: it is the launcher's. Run ./twinlane test."})
  void a_mistake_is_one_sentence_on_err_and_exit_code_2(String arguments, String sentence) {
    Outcome outcome = Outcome.of(arguments.strip().split(" "));
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err()).startsWith(sentence).endsWith(".\n").hasLineCount(1);
    assertThat(outcome.out()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"up redis://me:hunter2@r:6379", "status --set=clickhouse.url=http://me:hunter2@ch:8123", "land eia --password=hunter2",
      "me:hunter2@r", "up --set clickhouse.pasword=hunter2", "up --set redis://me:hunter2@r"})
  void a_password_in_an_argument_is_not_repeated(String arguments) {
    Outcome outcome = Outcome.of(arguments.split(" "));
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err()).startsWith("Cannot ").doesNotContain("hunter2");
  }

  @Test
  void with_json_the_sentence_is_also_the_one_document_on_out() throws IOException {
    Outcome outcome = Outcome.of("status", "--json", "--fast");
    assertThat(outcome.json().path("ok").asBoolean(true)).isFalse();
    assertThat(outcome.json().path("error").asText() + "\n").isEqualTo(outcome.err())
        .startsWith("Cannot run status: --fast is not understood.");
    assertThat(outcome.code()).isEqualTo(2);
  }

  @Test
  void a_wrong_environment_variable_is_told_too() {
    Outcome outcome = Outcome.of(Outcome.ROOT, Map.of("TWINLANE_KAFKA_PROT", "1"), "status");
    assertThat(outcome.err()).startsWith("Cannot use the environment variable TWINLANE_KAFKA_PROT: unknown variable TWINLANE_KAFKA_PROT; did you mean TWINLANE_KAFKA_PORT?");
    assertThat(outcome.code()).isEqualTo(2);
  }
}
