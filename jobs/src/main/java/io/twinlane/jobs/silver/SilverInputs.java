package io.twinlane.jobs.silver;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.Category;
import io.twinlane.catalog.Source;
import io.twinlane.catalog.derive.IcebergSchemas;
import io.twinlane.lake.BronzeRowCodec;
import io.twinlane.lake.LakeConfig;
import io.twinlane.lake.LakeTable;
import io.twinlane.normalize.NormalizeSpec;
import io.twinlane.normalize.RawMessage;
import io.twinlane.types.RowTypes;
import java.util.List;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Reads the bronze tables of a category's sources. */
final class SilverInputs {
  private SilverInputs() {}

  static List<Source> sources(Catalog catalog, Category category) {
    List<Source> sources = catalog.sourcesOf(category);
    if (sources.isEmpty()) {
      throw new IllegalArgumentException("Cannot run silver-" + category.name() + ": no source gives rows of it. Allowed: "
          + catalog.categories().stream().filter(c -> !catalog.sourcesOf(c).isEmpty()).map(Category::name).toList());
    }
    return sources;
  }

  static SilverJob.Inputs read(StreamExecutionEnvironment env, Catalog catalog, List<Source> sources, LakeConfig lake) {
    return new SilverJob.Inputs(sources.stream()
        .map(source -> new SilverJob.SourceMessages(NormalizeSpec.of(catalog, source), bronze(env, catalog, source, lake))).toList());
  }

  private static DataStream<RawMessage> bronze(StreamExecutionEnvironment env, Catalog catalog, Source source, LakeConfig lake) {
    LakeTable table = LakeTable.load(lake, IcebergSchemas.bronze(catalog, source).fullName());
    return env
        .fromSource(table.source(BronzeRowCodec.MESSAGE_COLUMNS), WatermarkStrategy.noWatermarks(), "read-bronze " + source.name(),
            table.sourceType(BronzeRowCodec.MESSAGE_COLUMNS))
        .uid("read-bronze-" + source.name())
        .map(new CountMessages(source.name())).returns(RowTypes.RAW_MESSAGE)
        .name("count-messages " + source.name()).uid("count-messages-" + source.name());
  }
}
