package io.twinlane.normalize;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.CatalogLoader;
import io.twinlane.catalog.Category;
import io.twinlane.catalog.Column;
import io.twinlane.catalog.MessageRule;
import io.twinlane.catalog.Source;
import io.twinlane.normalize.scenario.ShownField;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One source of the repository's own catalog, with everything that a message goes through: normalize, then merge per key. */
final class SourceUnderTest {
  static final Path ROOT = Path.of(System.getProperty("twinlane.root"));
  static final Catalog CATALOG = CatalogLoader.load(ROOT);
  static final long RECEIVED = 1_795_185_110_123_000L;
  static final long INGESTED = 1_795_185_110_200_000L;

  final Source source;
  final NormalizeSpec spec;
  final Collected output = new Collected();
  private final Normalizer normalizer;
  private final Merger merger;
  private final Map<String, MergedState> states = new HashMap<>();
  private long offset;

  SourceUnderTest(String name) {
    source = CATALOG.source(name);
    spec = NormalizeSpec.of(CATALOG, source);
    normalizer = new Normalizer(spec);
    merger = new Merger(spec);
  }

  /** The same source with other columns and message rules, which may be such as the loader refuses. */
  NormalizeSpec with(List<Column> columns, List<MessageRule> messages) {
    Source other = new Source(source.name(), source.version(), source.description(), source.lane(), source.type(), source.dataset(),
        source.format(), source.records(), source.identifier(), columns, source.drops(), messages);
    return new NormalizeSpec(other, spec.categories(), spec.states(), spec.instruments(), spec.maxRecordBytes());
  }

  /** Puts a message through; its rows, merged ones included, are in {@link #output}. */
  SourceUnderTest send(String message) {
    return send(message.getBytes(StandardCharsets.UTF_8));
  }

  SourceUnderTest send(byte[] body) {
    return send(new RawMessage("raw." + source.name() + "/0", offset++, RECEIVED + offset, INGESTED + offset, body, null));
  }

  SourceUnderTest send(RawMessage message) {
    int before = output.updates.size();
    normalizer.normalize(message, output);
    for (Update update : output.updates.subList(before, output.updates.size())) {
      Merged merged = merger.merge(states.get(update.mergeKey()), update);
      states.put(update.mergeKey(), merged.state());
      if (merged.row() != null) {
        output.rows.add(merged.row());
      } else {
        output.dropped.add(merged.dropped());
      }
    }
    return this;
  }

  CategoryRow lastRow() {
    return output.rows.get(output.rows.size() - 1);
  }

  UnqualifiedRow lastUnqualified() {
    return output.unqualified.get(output.unqualified.size() - 1);
  }

  /** The value of a field as people write it, with unit and state: {@code 271.73 1_usd LIVE}. */
  String shown(CategoryRow row, String field) {
    Category category = spec.category(row.category);
    int i = category.indexOf(field);
    return ShownField.of(category.fields().get(i), row.values[i], row.units[i], spec.states().name(row.states[i]));
  }

  String shown(String field) {
    return shown(lastRow(), field);
  }
}
