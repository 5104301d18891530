package io.twinlane.proof.parity;

import io.twinlane.normalize.CategoryRow;
import io.twinlane.normalize.RowColumn;
import io.twinlane.normalize.UnqualifiedRow;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** What a comparison asks of a row, of whatever kind it is. */
record RowAccess<T>(
    Function<T, Identity> identity, Function<T, String> source, Function<T, String> mapping, ToLongFunction<T> arrival,
    Function<T, List<String>> cells) {

  static RowAccess<CategoryRow> ofCategory(List<RowColumn> columns) {
    return new RowAccess<>(
        RowTexts::identity, row -> row.sourceSystem, row -> row.mappingVersion, row -> row.ingestTime, row -> RowTexts.of(columns, row));
  }

  static RowAccess<UnqualifiedRow> ofUnqualified() {
    return new RowAccess<>(
        RowTexts::identity, UnqualifiedRow::sourceSystem, UnqualifiedRow::mappingVersion, UnqualifiedRow::ingestTime, RowTexts::of);
  }

  void hand(T row, RowFeed.Reader out) {
    out.row(identity.apply(row), mapping.apply(row), cells.apply(row));
  }
}
