package io.twinlane.local.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SettingsTest {
  private static final Path ROOT = Path.of("/repository");

  /** One setting: its standard value, a text with the value that it gives, and a text that is refused (null: none is) with the reason. */
  private record Case(Setting<?> setting, Object standard, String text, Object value, String refused, String reason) {
    @Override
    public String toString() {
      return setting.key();
    }
  }

  static Stream<Case> cases() {
    String port = "it must be a port: a number from 0 to 65535, 0 for any free one.";
    String reference = "it must say where the password is, ${env:NAME} or ${file:PATH}.";
    return Stream.of(
        new Case(Settings.KAFKA_PORT, 9092, "0", 0, "-1", port),
        new Case(Settings.KAFKA_BOOTSTRAP_SERVERS, "", "a:9092,b:9093", "a:9092,b:9093", "a",
            "it must be host:port, or several with commas between them."),
        new Case(Settings.CLICKHOUSE_PORT, 8123, "65535", 65535, "65536", port),
        new Case(Settings.CLICKHOUSE_TCP_PORT, 9000, "9001", 9001, "nine", port),
        new Case(Settings.CLICKHOUSE_URL, "", "https://ch:8443/", "https://ch:8443", "ch:8123",
            "it must be http://host:port or https://host:port."),
        new Case(Settings.CLICKHOUSE_USER, "default", "writer", "writer", null, null),
        new Case(Settings.CLICKHOUSE_PASSWORD, "", "${env:CH_PASSWORD}", "${env:CH_PASSWORD}", "hunter2", reference),
        new Case(Settings.CLICKHOUSE_OUTSIDE_ACCESS, false, "true", true, "yes", "it must be true or false."),
        new Case(Settings.REDIS_PORT, 6379, "6380", 6380, "", port),
        new Case(Settings.REDIS_URL, "", "rediss://r:6379/2", "rediss://r:6379/2", "redis://me:hunter2@r:6379",
            "it must be redis://host:port or rediss://host:port: user and password have settings of their own."),
        new Case(Settings.REDIS_USER, "", "writer", "writer", null, null),
        new Case(Settings.REDIS_PASSWORD, "", "${file:/r}", "${file:/r}", "hunter2", reference),
        new Case(Settings.FLINK_PORT, 8081, "8082", 8082, "8081a", port),
        new Case(Settings.FLINK_URL, "", "http://flink:8081", "http://flink:8081", "flink",
            "it must be http://host:port or https://host:port."),
        new Case(Settings.STATE_DIR, Path.of(".twinlane"), "/var/t", Path.of("/var/t"), "a\0b", "it must be a folder."),
        new Case(Settings.LAKE_ROOT, Path.of(""), "lake", Path.of("lake"), "\0", "it must be a folder."),
        new Case(Settings.NORMALIZE_WITHOUT_STATE, false, "true", true, "1", "it must be true or false."));
  }

  @Test
  void every_setting_has_a_case_here() {
    assertThat(cases().map(Case::setting).toList()).isEqualTo(Settings.ALL);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void a_setting_has_its_standard_value_until_it_is_set(Case one) {
    assertThat(text(resolve(Map.of()).get(one.setting()))).isEqualTo(text(one.standard()));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void a_setting_is_read_from_an_assignment_and_from_its_environment_variable(Case one) {
    assertThat(text(resolve(Map.of(), one.setting().key() + "=" + one.text()).get(one.setting()))).isEqualTo(text(one.value()));
    assertThat(text(resolve(Map.of(one.setting().variable(), one.text())).get(one.setting()))).isEqualTo(text(one.value()));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void a_wrong_value_is_refused_with_what_is_allowed(Case one) {
    if (one.refused() == null) {
      return; // every text is a user's name
    }
    assertThatThrownBy(() -> resolve(Map.of(), one.setting().key() + "=" + one.refused())).isInstanceOf(SettingProblems.class)
        .hasMessageStartingWith("Cannot set " + one.setting().key()).hasMessageEndingWith(": " + one.reason());
  }

  @Test
  void an_assignment_goes_before_the_environment_and_the_last_one_counts() {
    PlatformConfig settings = resolve(Map.of("TWINLANE_KAFKA_PORT", "1"), "kafka.port=2", "kafka.port=3");
    assertThat(settings.get(Settings.KAFKA_PORT)).isEqualTo(3);
  }

  @Test
  void all_problems_are_told_at_once() {
    assertThatThrownBy(() -> resolve(Map.of("TWINLANE_REDIS_PORT", "x", "TWINLANE_KAFKA_PROT", "1"), "kafka.prot=1", "flink.port"))
        .isInstanceOf(SettingProblems.class)
        .hasMessageContainingAll(
            "Cannot set redis.port to 'x' (from TWINLANE_REDIS_PORT): it must be a port",
            "Cannot use the environment variable TWINLANE_KAFKA_PROT: it sets nothing. Known: TWINLANE_KAFKA_PORT, ",
            "Cannot set kafka.prot: there is no such key. Known: kafka.port, kafka.bootstrap-servers, ",
            "Cannot set flink.port: write it as flink.port=value.");
  }

  @Test
  void variables_of_the_engines_and_of_others_are_left_alone() {
    assertThat(resolve(Map.of("TWINLANE_CACHE", "/c", "TWINLANE_CHDB_LIB", "/l", "TWINLANE_JAVA_OPTS", "-Xmx1g", "PATH", "/bin")))
        .isNotNull();
  }

  @Test
  void a_password_in_the_clear_is_never_repeated() {
    assertThatThrownBy(() -> resolve(Map.of("TWINLANE_CLICKHOUSE_PASSWORD", "hunter2"))).message()
        .startsWith("Cannot set clickhouse.password (from TWINLANE_CLICKHOUSE_PASSWORD): ").doesNotContain("hunter2");
  }

  @Test
  void the_lake_lies_in_the_state_folder_unless_it_is_set() {
    assertThat(resolve(Map.of()).lakeRoot()).isEqualTo(Path.of("/repository/.twinlane/lake"));
    assertThat(resolve(Map.of(), "state.dir=/var/t").lakeRoot()).isEqualTo(Path.of("/var/t/lake"));
    assertThat(resolve(Map.of(), "lake.root=../lake").lakeRoot()).isEqualTo(Path.of("/lake"));
  }

  @Test
  void a_verb_may_have_standards_of_its_own() {
    PlatformConfig settings = SettingResolver.resolve(ROOT, Map.of("state.dir", "target/demo"), Map.of(), List.of());
    assertThat(settings.stateDir()).isEqualTo(Path.of("/repository/target/demo"));
    assertThat(settings.shown(settings.stateDir())).isEqualTo("target/demo");
    assertThat(settings.shown(Path.of("/elsewhere"))).isEqualTo("/elsewhere");
  }

  private static String text(Object value) {
    return value.toString();
  }

  private static PlatformConfig resolve(Map<String, String> environment, String... assignments) {
    return SettingResolver.resolve(ROOT, Map.of(), environment, List.of(assignments));
  }
}
