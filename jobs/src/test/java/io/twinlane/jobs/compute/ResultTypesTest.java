package io.twinlane.jobs.compute;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.CatalogLoader;
import io.twinlane.catalog.Computation;
import io.twinlane.catalog.Computation.OutputColumn;
import io.twinlane.catalog.load.ResultType;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The catalog, which knows no Flink, accepts the very types that Flink plans and the Redis sink writes. */
class ResultTypesTest {
  private static final Catalog CATALOG = CatalogLoader.load(Path.of(System.getProperty("twinlane.root")));

  @ParameterizedTest
  @ValueSource(strings = {"STRING", "CHAR(3)", "VARCHAR(20)", "BOOLEAN", "TINYINT", "SMALLINT", "INT", "INTEGER", "BIGINT", "DECIMAL(1, 0)",
      "DECIMAL(38,38)", "decimal(24, 12)", "FLOAT", "DOUBLE", "DATE", "TIME", "TIME(3)", "TIMESTAMP", "TIMESTAMP(0)", "TIMESTAMP(9)",
      "TIMESTAMP_LTZ", "TIMESTAMP_LTZ(6)"})
  void a_type_that_the_catalog_accepts_can_be_planned_and_written(String type) {
    assertThat(ResultType.problem(type)).as(type).isEmpty();
    assertThat(ComputationCheck.problems(CATALOG, computation(type))).as("problems of a computation with a " + type).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"FLOATY", "DECIMAL(38, 99)", "DECIMAL(0, 0)", "BYTES", "INT(4)", "STRING(3)", "ROW<a INT>", "ARRAY<INT>",
      "MAP<STRING, INT>", "BINARY(3)", "INTERVAL DAY", "no type", "TIMESTAMP(3) WITH TIME ZONE"})
  void a_type_that_cannot_be_planned_and_written_is_refused_by_the_catalog(String type) {
    assertThat(ComputationCheck.problems(CATALOG, computation(type))).as("problems of a computation with a " + type).isNotEmpty();
    assertThat(ResultType.problem(type)).as(type).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"DECIMAL(39, 2)", "CHAR(0)", "VARCHAR(0)", "TIMESTAMP(12)", "TIMESTAMP_LTZ(10)"})
  void a_size_that_flink_takes_for_another_without_a_word_is_refused_by_the_catalog(String type) {
    assertThat(ComputationCheck.problems(CATALOG, computation(type))).as("what Flink says of " + type).isEmpty();
    assertThat(ResultType.problem(type)).as(type).isPresent();
  }

  private static Computation computation(String type) {
    return new Computation("research", "mine", "", List.of("symbol"), Duration.ofMinutes(60), List.of("market_tick"),
        List.of(new OutputColumn("symbol", "STRING", ""), new OutputColumn("result", type, "")),
        "SELECT symbol, CAST(NULL AS " + type + ") AS `result` FROM market_tick");
  }
}
