package io.twinlane.jobs.silver;

import io.twinlane.catalog.Category;
import io.twinlane.catalog.Source;
import io.twinlane.jobs.operators.NormalizeOperators;
import io.twinlane.normalize.CategoryRow;
import io.twinlane.normalize.UnqualifiedRow;
import java.util.List;
import java.util.function.Function;
import org.apache.flink.api.java.tuple.Tuple3;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * What one source gives for one category: its rows, its unqualified rows and what became of its messages. What never got as far as a
 * category is kept, and drops are counted, with the source's home category alone.
 */
record SilverStreams(
    DataStream<CategoryRow> rows, DataStream<UnqualifiedRow> unqualified, DataStream<Tuple3<String, String, Integer>> outcomes) {

  static SilverStreams of(SilverJob.SourceMessages input, Category category) {
    Source source = input.spec().source();
    boolean home = source.homeCategory().equals(category.name());
    NormalizeOperators.Streams all = NormalizeOperators.normalize(input.messages(), input.spec());
    DataStream<CategoryRow> rows = all.rows().filter(new RowsOf(category.name()))
        .name("rows-of-category " + source.name()).uid("rows-of-category-" + source.name());
    DataStream<UnqualifiedRow> unqualified = all.unqualified().filter(new UnqualifiedOf(category.name(), home))
        .name("unqualified-of-category " + source.name()).uid("unqualified-of-category-" + source.name());
    DataStream<Tuple3<String, String, Integer>> outcomes = Outcomes.ofRows(rows, source).union(Outcomes.ofUnqualified(unqualified, source));
    return new SilverStreams(rows, unqualified, home ? outcomes.union(Outcomes.ofDropped(all.dropped(), source)) : outcomes);
  }

  /** One part of every source's streams, as one stream. */
  static <T> DataStream<T> union(List<SilverStreams> streams, Function<SilverStreams, DataStream<T>> part) {
    return streams.stream().map(part).reduce((left, right) -> left.union(right)).orElseThrow();
  }
}
