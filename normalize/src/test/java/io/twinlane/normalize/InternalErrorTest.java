package io.twinlane.normalize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinlane.catalog.Column;
import io.twinlane.catalog.FieldRule;
import io.twinlane.catalog.MessageRule;
import io.twinlane.catalog.Source;
import io.twinlane.catalog.StateRule;
import io.twinlane.catalog.UnitRule;
import io.twinlane.catalog.Unpivot;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What nobody foresaw stops one message, never the job. */
class InternalErrorTest {
  private static final String SNAPSHOT =
      "{\"type\":\"snapshot\",\"product_id\":\"BTC-USD\",\"bids\":[[\"10\",\"1\"]],\"asks\":[[\"11\",\"1\"]]}";
  private static final String MATCH =
      "{\"type\":\"match\",\"product_id\":\"BTC-USD\",\"size\":\"2\",\"price\":\"10\",\"time\":\"2026-11-20T14:30:00Z\",\"side\":\"buy\"}";
  private final SourceUnderTest coinbase = new SourceUnderTest("coinbase");
  private final List<Throwable> stumbled = new ArrayList<>();

  /** A mapping that the loader refuses: each over columns that are no arrays. */
  private NormalizeSpec broken(String column) {
    Source source = coinbase.source;
    List<Column> columns = source.columns().stream()
        .map(c -> c.name().equals(column) ? new Column(c.name(), c.path(), false, c.between(), c.description()) : c).toList();
    return coinbase.with(columns, source.messages());
  }

  private Collected normalize(NormalizeSpec spec, String... messages) {
    Collected output = new Collected() {
      @Override
      public void stumbled(RawMessage message, Throwable cause) {
        stumbled.add(cause);
      }
    };
    Normalizer normalizer = new Normalizer(spec);
    for (String message : messages) {
      normalizer.normalize(raw(message), output);
    }
    return output;
  }

  private static RawMessage raw(String message) {
    return new RawMessage("raw.coinbase/0", 7, SourceUnderTest.RECEIVED, SourceUnderTest.INGESTED, message.getBytes(StandardCharsets.UTF_8),
        null);
  }

  @Test
  void what_nobody_foresaw_is_kept_with_the_whole_message_and_the_next_message_goes_on() {
    Collected output = normalize(broken("bids"), SNAPSHOT, MATCH);

    assertThat(output.unqualified).singleElement().satisfies(row -> {
      assertThat(row.reason()).isEqualTo(Reasons.INTERNAL_ERROR);
      assertThat(row.raw()).isEqualTo(SNAPSHOT.getBytes(StandardCharsets.UTF_8));
      assertThat(row.originOffset()).isEqualTo(7);
      assertThat(row.explanation()).isEqualTo("Cannot normalize the message: the platform failed with NullPointerException, "
          + "which is no fault of the source. The job's log says where");
    });
    assertThat(stumbled).hasSize(1);
    assertThat(output.rows).hasSize(1);
  }

  @Test
  void it_takes_no_row_index_that_was_handed_on_before() {
    Collected output = normalize(broken("asks"), SNAPSHOT);

    List<Integer> taken = new ArrayList<>(output.rows.stream().map(row -> row.rowIndex).toList());
    taken.addAll(output.unqualified.stream().map(UnqualifiedRow::rowIndex).toList());
    assertThat(taken).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(1);
    assertThat(output.unqualified).singleElement().extracting(UnqualifiedRow::reason).isEqualTo(Reasons.INTERNAL_ERROR);
  }

  @Test
  void a_failure_of_what_follows_is_not_the_messages() {
    Collected full = new Collected() {
      @Override
      public void row(CategoryRow row) {
        throw new IllegalStateException("Cannot hand on the row: the network is gone");
      }
    };
    assertThatThrownBy(() -> new Normalizer(coinbase.spec).normalize(raw(MATCH), full)).hasMessageContaining("the network is gone");
    assertThat(full.unqualified).isEmpty();
  }

  @Test
  void a_wide_record_takes_the_units_of_its_instrument() {
    Unpivot unpivot = new Unpivot(List.of("price"), "trade_id", "last_price", new UnitRule(null, "price", null, Map.of()));
    MessageRule wide = new MessageRule("wide", null, "market_tick", List.of(), false, new StateRule("LIVE", null, false, Map.of(), null),
        List.of(""), io.twinlane.catalog.NumberSigns.PLAIN, List.<FieldRule>of(), List.of(), unpivot);
    Collected output = normalize(coinbase.with(coinbase.source.columns(), List.of(wide)), MATCH);

    assertThat(output.unqualified).isEmpty();
    assertThat(coinbase.shown(output.rows.get(0), "last_price")).isEqualTo("10 1_usd LIVE");
  }
}
