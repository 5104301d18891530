package io.twinlane.jobs.silver;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.Category;
import io.twinlane.catalog.Source;
import io.twinlane.jobs.operators.BatchMode;
import io.twinlane.lake.LakeConfig;
import io.twinlane.lake.LakeTable;
import io.twinlane.lake.ToSilver;
import io.twinlane.lake.ToUnqualified;
import io.twinlane.normalize.CategoryRow;
import io.twinlane.normalize.NormalizeSpec;
import io.twinlane.normalize.RawMessage;
import io.twinlane.normalize.UnqualifiedRow;
import java.util.List;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.table.data.RowData;

/**
 * silver-&lt;category&gt;, in batch mode: the bronze records of every source of a category go through the normalize function, the same as
 * in the streaming lane, into the category's table and its unqualified rows. The tables hold what the last run gave and nothing else.
 */
public final class SilverJob {
  private SilverJob() {}

  /** The raw messages of each source of the category. */
  public record Inputs(List<SourceMessages> sources) {}

  /** One source's raw messages, with what its normalize function needs to know. */
  public record SourceMessages(NormalizeSpec spec, DataStream<RawMessage> messages) {}

  /** The category's tables. */
  public record Outputs(LakeTable rows, LakeTable unqualified) {}

  public static String name(Category category) {
    return "silver-" + category.name();
  }

  public static void define(Inputs inputs, Outputs outputs, Catalog catalog, Category category) {
    List<SilverStreams> streams = inputs.sources().stream().map(source -> SilverStreams.of(source, category)).toList();
    DataStream<RowData> rows = SilverStreams.<CategoryRow>union(streams, SilverStreams::rows)
        .map(new ToSilver(category, catalog.states(), outputs.rows())).returns(outputs.rows().rowType())
        .name("to-silver").uid("to-silver");
    outputs.rows().overwrite(rows, "write-silver");
    DataStream<RowData> unqualified = SilverStreams.<UnqualifiedRow>union(streams, SilverStreams::unqualified)
        .map(new ToUnqualified(outputs.unqualified())).returns(outputs.unqualified().rowType())
        .name("to-unqualified").uid("to-unqualified");
    outputs.unqualified().overwrite(unqualified, "write-unqualified");
    Outcomes.count(SilverStreams.union(streams, SilverStreams::outcomes));
  }

  /** Runs the job to its end, then removes what an earlier run gave and this one does not. */
  public static SilverCounts run(StreamExecutionEnvironment env, Catalog catalog, Category category, LakeConfig lake) throws Exception {
    BatchMode.use(env);
    List<Source> sources = SilverInputs.sources(catalog, category);
    SilverTables tables = SilverTables.mark(lake, catalog, category);
    define(SilverInputs.read(env, catalog, sources, lake), tables.outputs(), catalog, category);
    JobExecutionResult result = env.execute(name(category));
    tables.removeOlder();
    return SilverCounts.of(sources, result);
  }
}
