package io.twinlane.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinlane.normalize.CategoryRow;
import io.twinlane.types.RowTypes;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowListSerializerTest {
  private final RowListSerializer<CategoryRow> serializer = new RowListSerializer<>(RowTypes.CATEGORY_ROW.createSerializer(null));

  @Test
  void buffered_rows_come_back_from_a_checkpoint() throws Exception {
    List<CategoryRow> rows = List.of(EveryDtype.smallest(0), EveryDtype.bare(1), TickRows.tick("CLZ6", TickRows.NOON, "1.5", 9));

    assertThat(serializer.deserialize(serializer.getVersion(), serializer.serialize(rows))).as("rows").isEqualTo(rows);
    assertThat(serializer.deserialize(serializer.getVersion(), serializer.serialize(List.of()))).as("no rows").isEmpty();
  }

  @Test
  void a_version_that_is_not_known_is_refused() {
    assertThatThrownBy(() -> serializer.deserialize(7, new byte[4])).as("version 7").isInstanceOf(IOException.class)
        .hasMessage("Cannot read buffered rows of version 7: 1 is the only one");
  }
}
