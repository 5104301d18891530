package io.twinlane.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinlane.normalize.UnqualifiedRow;
import io.twinlane.types.RowTypes;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowListSerializerTest {
  private final RowListSerializer<UnqualifiedRow> serializer = new RowListSerializer<>(RowTypes.UNQUALIFIED_ROW.createSerializer(null));

  @Test
  void buffered_rows_come_back_from_a_checkpoint() throws Exception {
    List<UnqualifiedRow> rows = List.of(
        new UnqualifiedRow("ib", "market_tick", "NOT_A_NUMBER", "why", "last_price", "abc", new byte[] {-1, 0}, "raw.ib/0", 3, 2, "ib/1", 10, 11),
        new UnqualifiedRow("ib", null, "NOT_JSON", "why", null, null, null, "raw.ib/0", 4, 0, "ib/1", 10, 11));

    assertThat(serializer.deserialize(serializer.getVersion(), serializer.serialize(rows))).as("rows")
        .usingRecursiveFieldByFieldElementComparator().isEqualTo(rows);
    assertThat(serializer.deserialize(serializer.getVersion(), serializer.serialize(List.of()))).as("no rows").isEmpty();
  }

  @Test
  void a_version_that_is_not_known_is_refused() {
    assertThatThrownBy(() -> serializer.deserialize(7, new byte[4])).as("version 7").isInstanceOf(IOException.class)
        .hasMessage("Cannot read buffered rows of version 7: 1 is the only one");
  }
}
