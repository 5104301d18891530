package io.twinlane.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a computation's columns and keys, told with its line and without Flink. */
class ComputationProblemsTest {
  private static final String YAML = "sql/desk/last_price/computation.yaml";
  @TempDir Path root;
  private CatalogFolder folder;

  @BeforeEach
  void write() {
    folder = new CatalogFolder(root);
  }

  @Test
  void a_computation_with_problems_is_left_out_alone_when_the_others_are_to_run() {
    folder.with("sql/desk/broken/computation.yaml", CatalogFolder.COMPUTATION.replace("DECIMAL(38, 12)", "FLOATY"));
    folder.with("sql/nobody/its/computation.yaml", "description: of a team that is not there\n");

    RunnableCatalog loaded = CatalogLoader.loadRunnable(root);

    assertThat(loaded.catalog().computations()).extracting(Computation::name).containsExactly("last_price");
    assertThat(loaded.refused()).containsOnlyKeys("desk/broken", "nobody");
    assertThat(loaded.refused().get("desk/broken")).extracting(Problem::file)
        .containsExactly("sql/desk/broken/computation.yaml", "sql/desk/broken/query.sql");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      FLOATY             | unknown type FLOATY; did you mean FLOAT? Known: STRING, CHAR(n), VARCHAR(n), BOOLEAN, TINYINT, SMALLINT, INT, BIGINT, DECIMAL(precision, scale), FLOAT, DOUBLE, DATE, TIME, TIMESTAMP(0 to 9), TIMESTAMP_LTZ(0 to 9)
      DECIMAL(38,99)     | type DECIMAL(38,99) must be DECIMAL(precision, scale) with precision 1 to 38 and scale 0 to the precision, such as DECIMAL(24, 12)
      DECIMAL(0, 0)      | type DECIMAL(0, 0) must be DECIMAL(precision, scale) with precision 1 to 38 and scale 0 to the precision, such as DECIMAL(24, 12)
      DECIMAL            | type DECIMAL must be DECIMAL(precision, scale) with precision 1 to 38 and scale 0 to the precision, such as DECIMAL(24, 12)
      VARCHAR            | type VARCHAR must say how long it is, 1 or more: VARCHAR(20), or be STRING
      TIMESTAMP(12)      | type TIMESTAMP(12): TIMESTAMP has 0 to 9 digits after the second
      BIGINT(3)          | type BIGINT(3): BIGINT takes no size
      ROW<a INT, b INT>  | type ROW<a INT, b INT> holds more than one value: a field of a Redis hash is one text. Give each value a column
      BIGINT NOT NULL    | type BIGINT NOT NULL: leave NULL and NOT NULL out. A row whose key is null is counted and left out, any other column may be
      """)
  void a_type_that_no_column_can_have_is_told_with_its_line(String type, String told) {
    folder.with(YAML, CatalogFolder.COMPUTATION.replace("DECIMAL(38, 12)", type));

    assertThat(folder.problems()).containsExactly(YAML + ":6: column price: " + told);
  }

  @Test
  void keys_are_columns_each_once_and_exact() {
    folder.with(YAML, CatalogFolder.COMPUTATION.replace("[symbol]", "[price, price, simbol]").replace("DECIMAL(38, 12)", "DOUBLE"));

    assertThat(folder.problems()).containsExactly(
        YAML + ":2: key column price is a DOUBLE: a key must be exact, such as a DECIMAL",
        YAML + ":2: key column price stands here twice",
        YAML + ":2: unknown key column simbol; did you mean symbol? Known: symbol, price");
  }

  @Test
  void no_keys_and_no_columns_are_told() {
    folder.with(YAML, "description: Nothing\nkeys: []\ninputs: [quote]\ncolumns: []\n");

    assertThat(folder.problems()).containsExactly(YAML + ":2: keys has no entry", YAML + ":4: columns has no entry");
  }

  @Test
  void a_view_among_the_inputs_is_told_with_its_category() {
    folder.with("catalog/categories/quote.yaml", CatalogFolder.QUOTE + "views:\n"
        + "  - {view: prints, description: Prints, new: price, states: [LIVE], columns: {price: price}}\n");
    folder.with(YAML, CatalogFolder.COMPUTATION.replace("[quote]", "[prints]"));

    assertThat(folder.problems()).containsExactly(YAML + ":3: prints is a view of category quote: name the category");
  }
}
