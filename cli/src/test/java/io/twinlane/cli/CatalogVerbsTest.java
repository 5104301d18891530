package io.twinlane.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogVerbsTest {
  @TempDir
  Path root;
  private CatalogCopy copy;

  @BeforeEach
  void copy() throws IOException {
    copy = new CatalogCopy(root);
  }

  @Test
  void of_very_many_problems_a_person_sees_twenty_and_the_number_and_a_machine_gets_all() throws IOException {
    String lines = "ib,1,\u001b[31mRED,,\n".repeat(1500);
    Files.writeString(root.resolve("catalog/instruments.csv"), lines);
    Outcome check = run("check");
    assertThat(check.out()).contains("... and 1,480 more\n", "\\x1b").endsWith("\n1,500 problems.\n").doesNotContain("\u001b");
    assertThat(run("check", "--json").json().path("problems")).hasSize(1500);
    Path own = Files.createDirectories(root.resolve("own/ib"));
    Files.writeString(own.resolve("frames.jsonl"), "{}\n"); // else the folder is told, too, for holding no recording
    Files.writeString(own.resolveSibling("instruments.csv"), lines);
    Files.delete(root.resolve("catalog/instruments.csv"));
    Files.copy(Outcome.ROOT.resolve("catalog/instruments.csv"), root.resolve("catalog/instruments.csv"));
    Outcome demo = run("demo", "--data", own.getParent().toString(), "--json");
    assertThat(demo.code()).isEqualTo(2);
    assertThat(demo.err()).hasLineCount(22).startsWith("Cannot load instruments from ").endsWith("\n  ... and 1,480 more\n");
    assertThat(demo.json().path("problems")).hasSize(1500);
    assertThat(demo.json().path("problems").path(1499).path("line").asInt()).isEqualTo(1500);
  }

  @Test
  void render_writes_what_render_check_misses() throws IOException {
    run("render");
    assertThat(run("render", "--check").out()).isEqualTo("Everything derived is fresh.\n");
    Path table = root.resolve("catalog/derived/clickhouse/market_tick.sql");
    Files.writeString(table, "-- edited by hand");
    Files.delete(root.resolve("docs/configuration.md"));
    Outcome stale = run("render", "--check");
    assertThat(stale.code()).isEqualTo(1);
    assertThat(stale.out()).isEqualTo("""
        catalog/derived/clickhouse/market_tick.sql differs from what the catalog says
        docs/configuration.md is missing
        2 stale. Write them with ./twinlane render.
        """);
    assertThat(table).hasContent("-- edited by hand");
    assertThat(run("render").code()).isZero();
    assertThat(run("render", "--check", "--json").json().path("ok").asBoolean()).isTrue();
  }

  @Test
  void render_records_a_new_version_of_a_mapping_and_refuses_a_change_without_one() throws IOException {
    run("render");
    String released = Files.readString(root.resolve("catalog/released/mappings.yaml"));
    damage("catalog/sources/ib/mapping.yaml", "otherwise: UNKNOWN", "otherwise: LIVE");
    Outcome refused = run("render");
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).startsWith("Cannot load what is released: 1 problem\n  catalog/sources/ib/mapping.yaml:2: the mapping changed");
    damage("catalog/sources/ib/mapping.yaml", "version: 1\n", "version: 2\n");
    assertThat(run("render", "--check").out()).contains("catalog/released/mappings.yaml lacks ib/2\n");
    assertThat(run("render").out()).contains("wrote: catalog/released/mappings.yaml lacks ib/2\n");
    assertThat(Files.readString(root.resolve("catalog/released/mappings.yaml"))).startsWith(released).contains("\nib/2: ");
  }

  @Test
  void render_refuses_a_catalog_that_is_not_in_order() throws IOException {
    damage("catalog/sources/ib/mapping.yaml", "lane: live", "lane: fast");
    Outcome outcome = run("render");
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err()).startsWith("Cannot load the catalog: 1 problem\n  catalog/sources/ib/mapping.yaml:");
  }

  @Test
  void render_writes_what_one_teams_broken_file_does_not_concern_and_tells_it() throws IOException {
    copy.write("catalog/teams/other.yaml", "team: other\ndescription: Second\nowner: them@example.com\n");
    copy.write("sql/other/broken/computation.yaml", "keys: [\n");
    Path keys = root.resolve("catalog/derived/redis/keys.yaml");
    Path table = root.resolve("catalog/derived/clickhouse/market_tick.sql");
    String ofAll = Files.readString(keys) + "# and of other/broken";
    Files.writeString(keys, ofAll);
    Files.writeString(table, "-- edited by hand");
    assertThat(run("render", "--check").out()).startsWith("catalog/derived/clickhouse/market_tick.sql differs from what the catalog says\n");
    Outcome outcome = run("render");
    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.out()).startsWith("wrote: catalog/derived/clickhouse/market_tick.sql differs").contains("sql/other/broken/computation.yaml:2: not YAML")
        .endsWith("Left as it is because of that: redis/keys.yaml in catalog/derived.\n1 written.\n");
    assertThat(keys).as("what teams rely on").hasContent(ofAll);
    assertThat(run("render", "--json").json().path("problems")).isNotEmpty();
  }

  private Outcome run(String... arguments) {
    return copy.run(arguments);
  }

  private void damage(String file, String text, String by) throws IOException {
    copy.damage(file, text, by);
  }
}
