package io.twinlane.jobs.silver;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.CatalogLoader;
import io.twinlane.catalog.Category;
import io.twinlane.catalog.Source;
import io.twinlane.engines.EmbeddedFlink;
import io.twinlane.jobs.bronze.BronzeJob;
import io.twinlane.lake.LakeConfig;
import io.twinlane.lake.LakeTables;
import io.twinlane.lake.LandedFiles;
import io.twinlane.lake.RawArchive;
import io.twinlane.lake.Silver;
import io.twinlane.normalize.CategoryRow;
import io.twinlane.normalize.RawMessage;
import io.twinlane.normalize.Recording;
import io.twinlane.normalize.UnqualifiedRow;
import io.twinlane.types.RowTypes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The batch lane on an embedded Flink, with the repository's catalog and a lake of its own. */
public final class BatchLane {
  public static final Path ROOT = Path.of(System.getProperty("twinlane.root"));
  public static final Catalog CATALOG = CatalogLoader.load(ROOT);
  /** Five minutes before midnight, so that messages fall on two dates. */
  public static final long INGESTED = 1_795_391_700_000_000L;

  private final EmbeddedFlink flink;
  public final LakeConfig lake;

  public BatchLane(EmbeddedFlink flink, Path folder) {
    this.flink = flink;
    this.lake = LakeConfig.local(folder);
    LakeTables.create(lake, CATALOG);
  }

  /** Settings as strict as production's: no uid or serializer is left to chance. */
  public StreamExecutionEnvironment environment(int parallelism) {
    Configuration settings = new Configuration();
    settings.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
    settings.set(PipelineOptions.GENERIC_TYPES, false);
    StreamExecutionEnvironment env = flink.environment(settings);
    env.setParallelism(parallelism);
    return env;
  }

  /** A source's sample recording as it would stand in a raw topic of two partitions, a second between messages. */
  public static List<RawMessage> recorded(String source, String file) throws IOException {
    List<RawMessage> messages = new ArrayList<>();
    try (Recording recording = Recording.open(ROOT.resolve("catalog/sources/" + source + "/samples/" + file))) {
      for (Recording.Recorded next = recording.next(); next != null; next = recording.next()) {
        messages.add(message(source, messages.size(), next.message()));
      }
    }
    return messages;
  }

  public static RawMessage message(String source, int number, byte[] body) {
    long ingested = INGESTED + number * 1_000_000L;
    return new RawMessage("raw." + source + "/" + number % 2, number, INGESTED - 1 + number * 7L, ingested, body, null);
  }

  public static RawMessage message(String source, int number, String body) {
    return message(source, number, body.getBytes(StandardCharsets.UTF_8));
  }

  public void archive(String source, List<RawMessage> messages) throws Exception {
    StreamExecutionEnvironment env = environment(2);
    env.fromData(RowTypes.RAW_MESSAGE, messages.toArray(RawMessage[]::new)).uid("messages")
        .sinkTo(RawArchive.sink(lake, CATALOG.source(source))).uid("files");
    env.execute();
  }

  public void land(String source, Path file) {
    LandedFiles.land(lake, CATALOG.source(source), file, Instant.parse("2026-11-22T21:00:00.000001Z"));
  }

  public long bronze(String source) throws Exception {
    return BronzeJob.run(environment(2), CATALOG, CATALOG.source(source), lake);
  }

  public SilverCounts silver(Catalog catalog, String category, int parallelism) throws Exception {
    return SilverJob.run(environment(parallelism), catalog, catalog.category(category), lake);
  }

  public SilverCounts.OfSource silver(String source, String category) throws Exception {
    return silver(CATALOG, category, 2).bySource().get(source);
  }

  public List<CategoryRow> rows(String category) {
    List<CategoryRow> rows = new ArrayList<>();
    new Silver(lake, CATALOG).rows(CATALOG.category(category), rows::add);
    return rows;
  }

  public List<String> unqualified(String category) {
    List<String> rows = new ArrayList<>();
    new Silver(lake, CATALOG).unqualified(CATALOG.category(category), row -> rows.add(show(row)));
    return rows;
  }

  private static String show(UnqualifiedRow row) {
    return row.reason() + " " + row.category() + " " + row.field() + " " + row.origin() + "@" + row.originOffset() + "#" + row.rowIndex()
        + " " + Arrays.hashCode(row.raw()) + " " + row.receiveTime() + " " + row.ingestTime();
  }

  /** Where a source lies in the lake. */
  public static Source source(String name) {
    return CATALOG.source(name);
  }

  public static Category category(String name) {
    return CATALOG.category(name);
  }
}
