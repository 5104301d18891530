package io.twinlane.catalog.derive;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.CatalogLoader;
import io.twinlane.catalog.Computation;
import io.twinlane.catalog.Computation.OutputColumn;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** What the key layout tells a team. */
class RedisKeysTest {
  private final Catalog catalog = CatalogLoader.load(Path.of(System.getProperty("twinlane.root")));

  @Test
  void every_computation_of_the_repository_has_an_entry_that_reads_as_yaml() {
    List<Map<String, Object>> entries = new Yaml().load(RedisKeys.files(catalog).get("redis/keys.yaml"));
    assertThat(entries).as("entries").extracting(entry -> entry.get("computation"))
        .containsExactlyElementsOf(catalog.computations().stream().map(Computation::name).toList());
    assertThat(entries).as("bars").filteredOn(entry -> entry.get("computation").equals("bars_1m")).first()
        .satisfies(entry -> {
          assertThat(entry).containsEntry("key", "research:bars_1m:<symbol>:<minute>");
          assertThat(entry).containsEntry("example", "HGETALL research:bars_1m:CLZ6:2026-11-22T09:30Z");
          assertThat(entry).containsEntry("ttl", "3600 s after the last write");
        });
  }

  @Test
  void every_field_says_how_its_text_is_read_and_what_it_means() {
    List<Map<String, Object>> entries = new Yaml().load(RedisKeys.files(catalog).get("redis/keys.yaml"));
    assertThat(entries).as("fields").allSatisfy(entry -> assertThat((List<?>) entry.get("fields")).allSatisfy(field ->
        assertThat(((Map<?, ?>) field).keySet()).as("keys of " + field).isEqualTo(java.util.Set.of("name", "text", "description"))));
  }

  @Test
  void the_example_escapes_all_values_but_the_last_as_the_sink_does() {
    Computation computation = computation("Symbol, such as ib:1, of a contract", "Minute, such as 09:30");
    assertThat(RedisKeys.example(computation)).as("example").isEqualTo("t:c:ib%3A1:09:30");
  }

  @Test
  void what_ends_the_sentence_is_no_part_of_the_example() {
    Computation computation = computation("Source, such as coinbase: two never share one", "Minute (such as 09:30).");
    assertThat(RedisKeys.example(computation)).as("example").isEqualTo("t:c:coinbase:09:30");
  }

  @Test
  void a_key_column_without_an_example_shows_its_name() {
    assertThat(RedisKeys.example(computation("Symbol", "Minute"))).as("example").isEqualTo("t:c:<a>:<b>");
  }

  private static Computation computation(String first, String second) {
    return new Computation("t", "c", "", List.of("a", "b"), Duration.ofMinutes(1), List.of(),
        List.of(new OutputColumn("a", "STRING", first), new OutputColumn("b", "STRING", second)), "");
  }
}
