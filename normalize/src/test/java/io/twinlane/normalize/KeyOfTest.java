package io.twinlane.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyOfTest {
  private static String key(String source, String body) {
    return new KeyOf(SourceUnderTest.CATALOG.source(source), 1 << 20).keyOf(body.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void it_is_the_sources_own_identifier() {
    assertThat(key("coinbase", "{\"type\":\"match\",\"product_id\":\"BTC-USD\"}")).isEqualTo("BTC-USD");
    assertThat(key("simulated", "{\"type\":\"match\",\"product_id\":\"BTC-USD\"}")).isEqualTo("BTC-USD");
    assertThat(key("ib", "{\"topic\":\"smd+8314\"}")).isEqualTo("8314");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ech+hb", "{\"topic\":\"system\",\"hb\":1}", "{\"conid\":", "{\"conid\":\"\"}", "{\"conid\":{}}", "[]",
      "{\"conid\":1}x"})
  void a_message_without_one_or_that_cannot_be_read_has_none(String body) {
    assertThat(key("ib", body)).isNull();
  }

  @Test
  void a_source_without_identifiers_has_no_keys() {
    assertThat(key("eia", "{\"series\":\"WCESTUS1\"}")).isNull();
  }
}
