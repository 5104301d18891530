package io.twinlane.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.CatalogLoader;
import io.twinlane.catalog.Source;
import io.twinlane.kafka.codec.CategoryCodec;
import io.twinlane.normalize.CategoryRow;
import io.twinlane.normalize.NormalizeSpec;
import io.twinlane.normalize.RawMessage;
import io.twinlane.normalize.simulate.SimulatedExchange;
import io.twinlane.normalize.simulate.SimulatedExchange.Volume;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Prints what the pure function takes for a message, merge included, beside Jackson's tokenizer, which does nothing but walk over it; and
 * what a row takes on its way into the topic's bytes and out of them. Nanoseconds of CPU; the last rounds are warm.
 */
public final class NormalizeTime {
  private static final JsonFactory JSON = new JsonFactory();
  private static final int ROUNDS = 6;
  private static final int AT_LEAST = 100_000;
  private static final Volume VOLUME = new Volume(10, 50, 210, 20);

  private NormalizeTime() {}

  public static void main(String[] args) throws Exception {
    Path root = Path.of(System.getProperty("twinlane.root"));
    Path folder = Files.createTempDirectory("normalize-time");
    Path simulated = folder.resolve("simulated.jsonl");
    SimulatedExchange.write(simulated, 1, VOLUME);
    Catalog catalog = CatalogLoader.load(root);
    for (int round = 1; round <= ROUNDS; round++) {
      measure(catalog, catalog.source("ib"), root.resolve("catalog/sources/ib/samples/smd.jsonl"));
      measure(catalog, catalog.source("simulated"), simulated);
    }
    BytesPerRow.delete(folder);
  }

  private static void measure(Catalog catalog, Source source, Path recording) throws Exception {
    NormalizeSpec spec = NormalizeSpec.of(catalog, source);
    List<RawMessage> messages = SampleRows.messages(source, recording).stream().filter(message -> message.body()[0] == '{').toList();
    int repeats = 1 + AT_LEAST / messages.size();
    List<CategoryRow> rows = SampleRows.normalize(spec, messages);
    Map<String, CategoryCodec> codecs = new HashMap<>();
    rows.forEach(row -> codecs.computeIfAbsent(row.category, name -> CategoryCodec.of(catalog.category(name), catalog.states())));
    List<byte[]> written = rows.stream().map(row -> codecs.get(row.category).encode(row)).toList();
    System.out.printf("%-10s a message: tokenizer %,6d ns, normalize %,6d ns; a row: write %,6d ns, read %,6d ns%n", source.name(),
        nanos(repeats, messages.size(), () -> messages.forEach(NormalizeTime::tokenize)),
        nanos(repeats, messages.size(), () -> SampleRows.normalize(spec, messages)),
        nanos(repeats, rows.size(), () -> rows.forEach(row -> codecs.get(row.category).encode(row))),
        nanos(repeats, rows.size(), () -> {
          for (int i = 0; i < written.size(); i++) {
            codecs.get(rows.get(i).category).decode(written.get(i));
          }
        }));
  }

  private static long nanos(int repeats, int count, Runnable work) {
    long began = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    for (int i = 0; i < repeats; i++) {
      work.run();
    }
    return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - began) / ((long) repeats * count);
  }

  private static void tokenize(RawMessage message) {
    try (JsonParser parser = JSON.createParser(message.body())) {
      while (parser.nextToken() != null) {
        // to walk over it is all that is measured
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
