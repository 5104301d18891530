package io.twinlane.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinlane.catalog.Column;
import io.twinlane.catalog.Source;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ColumnsTest {
  private static Map<String, String> flatten(String name, String body, String header) {
    Source source = SourceUnderTest.CATALOG.source(name);
    String[] texts = new Columns(source, 1 << 20).flatten(new RawMessage("o", 0, 1, 1, body.getBytes(StandardCharsets.UTF_8), header));
    Map<String, String> byName = new LinkedHashMap<>();
    for (Column column : source.columns()) {
      byName.put(column.name(), texts[byName.size()]);
    }
    return byName;
  }

  @Test
  void a_column_is_the_text_that_the_message_has() {
    Map<String, String> columns = flatten("ib",
        "{\"topic\":\"smd+265598+ARCA\",\"conid\":265598,\"87_raw\":1.22E7,\"84\":\"\",\"31\":null,\"85\":true,\"88\":{\"a\": [1]}}", null);
    assertThat(columns).containsEntry("topic", "smd+265598+ARCA").containsEntry("topic_conid", "265598").containsEntry("conid", "265598")
        .containsEntry("volume_raw", "1.22E7").containsEntry("bid_price", "").containsEntry("last_price", null).containsEntry("ask_size",
        "true")
        .containsEntry("bid_size", "{\"a\": [1]}").containsEntry("ask_price", null);
  }

  @Test
  void a_list_keeps_its_json_text_to_the_byte() {
    Map<String, String> columns = flatten("coinbase",
        "{\"type\":\"l2update\",\"e\":\"\u20ac\",\"changes\":[ [\"sell\",\"1\u00e9\", 2.0 ] ],\"bids\":[],\"asks\":7}", null);
    assertThat(columns).containsEntry("changes", "[ [\"sell\",\"1\u00e9\", 2.0 ] ]").containsEntry("bids", "[]").containsEntry("asks", "7");
  }

  @Test
  void a_csv_line_is_flattened_by_its_header_even_where_columns_are_left_out() {
    assertThat(flatten("cftc", " 12 , \"a, b\" ,x", "Open_Interest_All,Market_and_Exchange_Names,new_column"))
        .containsEntry("Open_Interest_All", "12").containsEntry("Market_and_Exchange_Names", "a, b").containsEntry("Open_Interest_Old",
        null);
  }

  @Test
  void a_message_that_cannot_be_read_has_only_nulls() {
    assertThat(flatten("coinbase", "{\"type\":\"match\",", null).values()).containsOnlyNulls();
    assertThat(flatten("coinbase", "x".repeat(2 << 20), null).values()).containsOnlyNulls();
    assertThat(flatten("cftc", "1,2,3", "Open_Interest_All,x").values()).containsOnlyNulls();
    assertThat(flatten("cftc", "1,2,3", null).values()).containsOnlyNulls();
  }
}
