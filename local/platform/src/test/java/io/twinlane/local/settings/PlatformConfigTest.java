package io.twinlane.local.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinlane.clickhouse.ClickHouseOptions;
import io.twinlane.config.ConfigProblems;
import io.twinlane.config.ConfigResolver;
import io.twinlane.jobs.JobOptions;
import io.twinlane.kafka.KafkaOptions;
import io.twinlane.lake.LakeOptions;
import io.twinlane.redis.RedisOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.MemorySize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlatformConfigTest {
  private static final Path ROOT = Path.of("/repository");
  private static final String PORT = "it must be a port: a number from 0 to 65535, 0 for any free one.";
  private static final String SUBTASKS = "it must be a whole number from 1 to 32768.";
  private static final String REFERENCE = "it must be ${env:NAME} or ${file:PATH}, which says where the password is.";
  private static final String HTTP = "it must be http://host:port or https://host:port: user and password have options of their own.";

  /** One option: its standard value, a text with the value that it gives, and a text that is refused (null: none is) with the reason. */
  private record Case(ConfigOption<?> option, Object standard, String text, Object value, String refused, String reason) {
    @Override
    public String toString() {
      return option.key();
    }
  }

  static Stream<Case> cases() {
    return Stream.of(
        new Case(PlatformOptions.KAFKA_PORT, 9092, "0", 0, "-1", PORT),
        new Case(PlatformOptions.CLICKHOUSE_PORT, 8123, "65535", 65535, "65536", PORT),
        new Case(PlatformOptions.CLICKHOUSE_TCP_PORT, 9000, "9001", 9001, "nine", PORT),
        new Case(PlatformOptions.CLICKHOUSE_OUTSIDE_ACCESS, false, "true", true, "yes", "it must be true or false."),
        new Case(PlatformOptions.REDIS_PORT, 6379, "6380", 6380, "", PORT),
        new Case(PlatformOptions.FLINK_PORT, 8081, "8082", 8082, "8081a", PORT),
        new Case(PlatformOptions.FLINK_URL, "", "http://flink:8081", "http://flink:8081", "flink", HTTP),
        new Case(PlatformOptions.STATE_DIR, ".twinlane", "/var/t", "/var/t", "a\0b", "it must be a folder."),
        new Case(KafkaOptions.BOOTSTRAP_SERVERS, "", "a:9092,b:9093", "a:9092,b:9093", "a",
            "it must be host:port, or several with commas between them."),
        new Case(KafkaOptions.SECURITY_PROTOCOL, "PLAINTEXT", "SSL", "SSL", "TLS",
            "it must be one of PLAINTEXT, SSL, SASL_PLAINTEXT, SASL_SSL."),
        new Case(KafkaOptions.SASL_MECHANISM, "SCRAM-SHA-512", "PLAIN", "PLAIN", "GSSAPI",
            "it must be one of SCRAM-SHA-512, SCRAM-SHA-256, PLAIN."),
        new Case(KafkaOptions.USER, "", "", "", "a\"b", "it must be a name without quotes."),
        new Case(KafkaOptions.PASSWORD, "", "${file:/k}", "${file:/k}", "hunter2", REFERENCE),
        new Case(KafkaOptions.PROPERTIES, Map.of(), "linger.ms:0", Map.of("linger.ms", "0"), null, null),
        new Case(ClickHouseOptions.URL, "", "https://ch:8443", "https://ch:8443", "ch:8123", HTTP),
        new Case(ClickHouseOptions.USER, "default", "writer", "writer", "", "it must be a name that is not empty."),
        new Case(ClickHouseOptions.PASSWORD, "", "${env:CH_PASSWORD}", "${env:CH_PASSWORD}", "hunter2", REFERENCE),
        new Case(ClickHouseOptions.BATCH_ROWS, 20_000, "10", 10, "0", "it must be a whole number from 1 to 1000000."),
        new Case(ClickHouseOptions.BATCH_BYTES, MemorySize.ofMebiBytes(16), "8 mb", MemorySize.ofMebiBytes(8), "1 tb",
            "it must be an amount of memory from 64 kb to 512 mb."),
        new Case(ClickHouseOptions.BATCH_WAIT, Duration.ofMillis(150), "1 s", Duration.ofSeconds(1), "2 min",
            "it must be a time from 1 ms to 1 min."),
        new Case(RedisOptions.URL, "", "rediss://r:6379/2", "rediss://r:6379/2", "redis://me:hunter2@r:6379",
            "it must be redis://host:port or rediss://host:port: user and password have options of their own."),
        new Case(RedisOptions.USER, "", "writer", "writer", null, null),
        new Case(RedisOptions.PASSWORD, "", "${file:/r}", "${file:/r}", "hunter2", REFERENCE),
        new Case(RedisOptions.TIMEOUT, Duration.ofSeconds(5), "1s", Duration.ofSeconds(1), "1h", "it must be a time from 1 ms to 10 min."),
        new Case(LakeOptions.ROOT, "", "lake", "lake", "\0", "it must be a folder or a URI."),
        new Case(LakeOptions.WAREHOUSE, "", "file:///w", "file:///w", null, null),
        new Case(LakeOptions.CATALOG_URI, "", "jdbc:postgresql://c/iceberg", "jdbc:postgresql://c/iceberg", "postgresql://c",
            "it must be jdbc:..., without a password."),
        new Case(LakeOptions.PROPERTIES, Map.of(), "jdbc.user:me", Map.of("jdbc.user", "me"), "jdbc.password:hunter2",
            "it must be properties with a secret by reference, as ${env:NAME} or ${file:PATH}."),
        new Case(JobOptions.CHECKPOINT_INTERVAL, Duration.ofSeconds(2), "30 s", Duration.ofSeconds(30), "0 s", "it must be a time from 100 ms to 1 h."),
        new Case(JobOptions.LONGEST_BACKOFF, Duration.ofMinutes(1), "5 s", Duration.ofSeconds(5), "2 h", "it must be a time from 1 s to 1 h."),
        new Case(JobOptions.NORMALIZE_PARALLELISM, 2, "4", 4, "0", SUBTASKS),
        new Case(JobOptions.NORMALIZE_WITHOUT_STATE, false, "true", true, "1", "it must be true or false."),
        new Case(JobOptions.ARCHIVE_PARALLELISM, 1, "2", 2, "-1", SUBTASKS),
        new Case(JobOptions.INGEST_PARALLELISM, 1, "3", 3, "32769", SUBTASKS),
        new Case(JobOptions.COMPUTE_PARALLELISM, 1, "5", 5, "many", SUBTASKS),
        new Case(JobOptions.COMPUTE_LONGEST_BACKOFF, Duration.ofMinutes(5), "1 min", Duration.ofMinutes(1), "1 ms",
            "it must be a time from 1 s to 1 h."),
        new Case(JobOptions.BATCH_PARALLELISM, 2, "8", 8, "1.5", SUBTASKS),
        new Case(JobOptions.BATCH_RESTARTS, 2, "0", 0, "101", "it must be a whole number from 0 to 100."),
        new Case(JobOptions.BATCH_BACKOFF, Duration.ofSeconds(1), "0 s", Duration.ZERO, "2 h", "it must be a time from 0 ms to 1 h."));
  }

  @Test
  void every_option_has_a_case_here() {
    assertThat(cases().<ConfigOption<?>>map(Case::option).toList())
        .isEqualTo(PlatformConfig.OPTIONS.stream().flatMap(options -> options.all().stream()).toList());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void an_option_has_its_standard_value_until_it_is_set(Case one) {
    assertThat((Object) resolve(Map.of()).get(one.option())).isEqualTo(one.standard());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void an_option_is_read_from_an_assignment_and_from_its_environment_variable(Case one) {
    assertThat((Object) resolve(Map.of(), one.option().key() + "=" + one.text()).get(one.option())).isEqualTo(one.value());
    assertThat((Object) resolve(Map.of(ConfigResolver.variable(one.option()), one.text())).get(one.option())).isEqualTo(one.value());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void a_wrong_value_is_refused_with_what_is_allowed(Case one) {
    if (one.refused() == null) {
      return; // every text is a user's name
    }
    assertThatThrownBy(() -> resolve(Map.of(), one.option().key() + "=" + one.refused())).isInstanceOf(ConfigProblems.class)
        .hasMessageStartingWith("Cannot set " + one.option().key()).hasMessageEndingWith(": " + one.reason());
  }

  @Test
  void an_assignment_goes_before_the_environment_and_the_last_one_counts() {
    PlatformConfig config = resolve(Map.of("TWINLANE_KAFKA_PORT", "1"), "kafka.port=2", "kafka.port=3");
    assertThat(config.get(PlatformOptions.KAFKA_PORT)).isEqualTo(3);
  }

  @Test
  void properties_are_set_one_a_key() {
    PlatformConfig config = resolve(Map.of(), "kafka.properties.linger.ms=0", "kafka.properties.client.id=me");
    assertThat(config.get(KafkaOptions.PROPERTIES)).isEqualTo(Map.of("linger.ms", "0", "client.id", "me"));
  }

  @Test
  void all_problems_are_told_at_once_with_what_was_probably_meant() {
    assertThatThrownBy(() -> resolve(Map.of("TWINLANE_REDIS_PORT", "x", "TWINLANE_KAFKA_PROT", "1"), "kafka.prot=1", "flink.port"))
        .isInstanceOf(ConfigProblems.class)
        .hasMessageContainingAll(
            "Cannot set redis.port to 'x' (from TWINLANE_REDIS_PORT): it must be a port",
            "Cannot use the environment variable TWINLANE_KAFKA_PROT: unknown variable TWINLANE_KAFKA_PROT; did you mean TWINLANE_KAFKA_PORT?",
            "Cannot set kafka.prot: unknown key kafka.prot; did you mean kafka.port? Known: kafka.port, ",
            "Cannot set flink.port: write it as flink.port=value.");
  }

  @Test
  void a_property_that_kafkas_clients_do_not_know_is_refused() {
    assertThatThrownBy(() -> resolve(Map.of(), "kafka.properties.linger.mss=0"))
        .hasMessage("Cannot set linger.mss of Kafka's clients: there is no such property; did you mean linger.ms?");
  }

  @Test
  void variables_of_the_engines_and_of_others_are_left_alone() {
    assertThat(resolve(Map.of("TWINLANE_CACHE", "/c", "TWINLANE_CHDB_LIB", "/l", "TWINLANE_JAVA_OPTS", "-Xmx1g", "PATH", "/bin")))
        .isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"clickhouse.password=hunter2", "clickhouse.url=http://me:hunter2@ch:8123", "clickhouse.url=http://ch:8123/?password=hunter2",
      "kafka.bootstrap-servers=me:hunter2@k:9092", "redis.url=redis://:hunter2@r:6379", "redis.url=redis://r:6379?token=hunter2",
      "flink.url=http://f:8081/?api_key=hunter2", "lake.catalog-uri=jdbc:postgresql://me:hunter2@c/i", "lake.root=abfs://lake:hunter2@x/",
      "lake.warehouse=abfs://w@x/?sig=hunter2", "lake.catalog-uri=jdbc:postgresql://c/i?user=me&password=hunter2",
      "lake.properties.jdbc.password=hunter2", "lake.properties.adls.auth.shared-key.account.key=hunter2",
      "lake.properties.adls.sas-token.account=hunter2", "kafka.properties.ssl.keystore.password=hunter2", "kafka.user=me:hunter2@k",
      "kafka.properties.sasl.jaas.config=a.Module required username=\"u\" password=\"hunter2\";", "redis://me:hunter2@r:6379", "pwd=hunter2",
      "kafka.properties=ssl.key.password:hunter2", "state.dir=/a?secret=hunter2", "clickhouse.user=a&password=hunter2"})
  void a_password_in_the_clear_is_refused_and_never_repeated(String assignment) {
    assertThatThrownBy(() -> resolve(Map.of(), assignment)).isInstanceOf(IllegalArgumentException.class).message()
        .startsWith("Cannot set ").doesNotContain("hunter2");
  }

  @Test
  void a_password_in_a_variable_is_never_repeated() {
    assertThatThrownBy(() -> resolve(Map.of("TWINLANE_CLICKHOUSE_PASSWORD", "hunter2"))).message()
        .startsWith("Cannot set clickhouse.password (from TWINLANE_CLICKHOUSE_PASSWORD): ").doesNotContain("hunter2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"kafka.properties.sasl.jaas.config=a.Module required username=\"u\" password=\"${env:K}\";",
      "lake.properties.jdbc.password=${file:/p}", "lake.catalog-uri=jdbc:postgresql://c/i?user=me", "lake.warehouse=abfs://lake@account/w",
      "kafka.properties.ssl.keystore.password=${env:K}", "lake.catalog-uri=jdbc:sqlite:/home/a@b/catalog.db"})
  void what_holds_no_password_is_taken(String assignment) {
    assertThat(resolve(Map.of(), assignment)).isNotNull();
  }

  @Test
  void the_lake_lies_in_the_state_folder_unless_it_is_set() {
    assertThat(resolve(Map.of()).lakeRoot()).isEqualTo(Path.of("/repository/.twinlane/lake"));
    assertThat(resolve(Map.of(), "state.dir=/var/t").lakeRoot()).isEqualTo(Path.of("/var/t/lake"));
    assertThat(resolve(Map.of(), "lake.root=../lake").lakeRoot()).isEqualTo(Path.of("/lake"));
    assertThatThrownBy(() -> resolve(Map.of(), "lake.root=abfs://lake@account/"))
        .hasMessage("Cannot set lake.root to 'abfs://lake@account/': the platform on one machine keeps its lake in a folder.");
  }

  @Test
  void a_verb_may_have_standards_of_its_own() {
    PlatformConfig config = PlatformConfig.resolve(ROOT, Map.of("state.dir", "target/demo"), Map.of(), List.of());
    assertThat(config.stateDir()).isEqualTo(Path.of("/repository/target/demo"));
    assertThat(config.shown(config.stateDir())).isEqualTo("target/demo");
    assertThat(config.shown(Path.of("/elsewhere"))).isEqualTo("/elsewhere");
  }

  @Test
  void a_path_can_be_put_behind_an_address() {
    assertThat(resolve(Map.of(), "clickhouse.url=http://ch:8123/").address(ClickHouseOptions.URL)).isEqualTo("http://ch:8123");
  }

  private static PlatformConfig resolve(Map<String, String> environment, String... assignments) {
    return PlatformConfig.resolve(ROOT, Map.of(), environment, List.of(assignments));
  }
}
