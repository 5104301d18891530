package io.twinlane.jobs.operators;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.CatalogLoader;
import io.twinlane.catalog.Category;
import io.twinlane.normalize.CategoryRow;
import io.twinlane.normalize.NormalizeSpec;
import io.twinlane.normalize.Reasons;
import io.twinlane.normalize.Update;
import java.nio.file.Path;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

/** What nobody foresaw in the merge stops one delta, never the job. */
class InternalErrorsTest {
  private static final Catalog CATALOG = CatalogLoader.load(Path.of(System.getProperty("twinlane.root")));

  /** A delta of a category that the source merges nothing into. */
  private static Update foreign() {
    Category book = CATALOG.category("order_book");
    int fields = book.fields().size();
    CategoryRow row = new CategoryRow(
        book.name(), new Object[fields], new String[fields], new byte[fields], "ib", "raw.ib/0", 7, 0, "ib/1", 1_000_000L);
    return new Update("265598", row, Update.ABSENT);
  }

  @Test
  void a_delta_that_cannot_be_merged_is_kept_as_unqualified() throws Exception {
    MergeUpdates merge = new MergeUpdates(NormalizeSpec.of(CATALOG, CATALOG.source("ib")));
    try (KeyedOneInputStreamOperatorTestHarness<String, Update, CategoryRow> harness =
        new KeyedOneInputStreamOperatorTestHarness<>(new KeyedProcessOperator<>(merge), Update::mergeKey, Types.STRING)) {
      harness.open();
      harness.processElement(new StreamRecord<>(foreign()));

      assertThat(harness.extractOutputValues()).isEmpty();
      assertThat(harness.getSideOutput(NormalizeOperators.UNQUALIFIED)).singleElement().extracting(StreamRecord::getValue)
          .satisfies(row -> {
            assertThat(row.reason()).isEqualTo(Reasons.INTERNAL_ERROR);
            assertThat(row.origin() + "@" + row.originOffset() + "#" + row.rowIndex()).isEqualTo("raw.ib/0@7#0");
            assertThat(row.explanation()).startsWith("Cannot merge the delta of 265598: the platform failed with NullPointerException");
          });
    }
  }
}
