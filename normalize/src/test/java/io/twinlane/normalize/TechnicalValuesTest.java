package io.twinlane.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinlane.catalog.Dtype;
import io.twinlane.catalog.TechnicalColumn;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

class TechnicalValuesTest {
  private final CategoryRow row = new CategoryRow("tick", new Object[] {"A"}, new String[1], new byte[1], "ib", "raw.ib/0", 7, 2, "ib/1", 5, 99);

  @Test
  void they_are_written_in_the_order_and_with_the_dtypes_of_the_declared_columns() {
    List<Object> written = written();
    assertThat(written).isEqualTo(TechnicalColumn.ALL.stream().map(column -> TechnicalValues.of(column).apply(row)).toList());
    assertThat(written).doesNotHaveDuplicates().extracting(value -> value instanceof String)
        .isEqualTo(TechnicalColumn.ALL.stream().map(column -> column.dtype().equals(Dtype.STRING)).toList());
  }

  @Test
  void a_row_comes_back_from_what_was_written_of_it() {
    Iterator<Object> values = written().iterator();
    assertThat(TechnicalValues.read(row.category, row.values, row.units, row.states, new TechnicalValues.Input<RuntimeException>() {
      @Override
      public String text() {
        return (String) values.next();
      }

      @Override
      public long number() {
        return (Long) values.next();
      }
    })).isEqualTo(row);
    assertThat(values.hasNext()).as("a value that nobody reads").isFalse();
  }

  private List<Object> written() {
    List<Object> written = new ArrayList<>();
    TechnicalValues.write(row, new TechnicalValues.Output<RuntimeException>() {
      @Override
      public void text(String value) {
        written.add(value);
      }

      @Override
      public void number(long value) {
        written.add(value);
      }
    });
    return written;
  }
}
