package io.twinlane.jobs.ingest;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.Category;
import io.twinlane.catalog.Source;
import io.twinlane.clickhouse.ClickHouseConfig;
import io.twinlane.clickhouse.ClickHouseSink;
import io.twinlane.clickhouse.OlderMappings;
import io.twinlane.jobs.operators.BatchMode;
import io.twinlane.lake.LakeConfig;
import io.twinlane.lake.LakePortion;
import io.twinlane.lake.SilverSource;
import io.twinlane.normalize.CategoryRow;
import io.twinlane.normalize.UnqualifiedRow;
import io.twinlane.types.RowTypes;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * ingest-files-&lt;category&gt;, in batch mode: what silver holds of the category's file sources, unqualified rows included, goes into
 * ClickHouse, where the rows of live sources are. Once more gives the same rows: they are told apart by their identity.
 */
public final class IngestFilesJob {
  /** What the job's name begins with, whatever the category. */
  public static final String PREFIX = "ingest-files-";

  private IngestFilesJob() {}

  /** Rows and unqualified rows of file sources. */
  public record Inputs(DataStream<CategoryRow> rows, DataStream<UnqualifiedRow> unqualified) {}

  /** Where they go. */
  public record Outputs(Sink<CategoryRow> table, Sink<UnqualifiedRow> unqualified) {}

  public static String name(Category category) {
    return PREFIX + category.name();
  }

  /** The sources whose rows of the category come this way. */
  public static List<Source> sources(Catalog catalog, Category category) {
    return catalog.sourcesOf(category).stream().filter(source -> !source.live()).toList();
  }

  public static void define(Inputs inputs, Outputs outputs) {
    inputs.rows().map(new CountRows()).returns(RowTypes.CATEGORY_ROW).name("count-rows").uid("count-rows")
        .sinkTo(outputs.table()).name("insert-rows").uid("insert-rows");
    inputs.unqualified().sinkTo(outputs.unqualified()).name("insert-unqualified").uid("insert-unqualified");
  }

  /**
   * Runs the job to its end, then removes what an earlier version of a source's mapping had given and silver holds no more. Rows that
   * ClickHouse would forget at once, landed longer ago than it keeps rows, are in silver alone.
   *
   * @return rows that were sent, by source
   */
  public static Map<String, Long> run(StreamExecutionEnvironment env, Catalog catalog, Category category, LakeConfig lake, ClickHouseConfig clickhouse)
      throws Exception {
    BatchMode.use(env);
    List<Source> sources = sources(catalog, category);
    LakePortion rows = kept(sources, category.retention());
    LakePortion unqualified = kept(sources, catalog.platform().topics().unqualifiedRetention());
    define(new Inputs(SilverSource.rows(env, catalog, category, lake, rows),
            SilverSource.unqualified(env, catalog, category, lake, unqualified)),
        new Outputs(ClickHouseSink.ofCategory(clickhouse, category, catalog.states()), ClickHouseSink.ofUnqualified(clickhouse)));
    sources.forEach(source -> OlderMappings.removeNewer(clickhouse, category, source));
    JobExecutionResult result = env.execute(name(category));
    Map<String, Long> sent = new TreeMap<>();
    for (Source source : sources) {
      OlderMappings.remove(clickhouse, category, source);
      Long counted = result.getAccumulatorResult(CountRows.of(source.name()));
      sent.put(source.name(), counted == null ? 0 : counted);
    }
    return sent;
  }

  private static LakePortion kept(List<Source> sources, Duration retention) {
    return new LakePortion(sources.stream().map(Source::name).toList(), ChronoUnit.MICROS.between(Instant.EPOCH,
        Instant.now().minus(retention)));
  }
}
