package io.twinlane.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinlane.catalog.Column;
import io.twinlane.catalog.FieldRule;
import io.twinlane.catalog.MessageRule;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** How a mapping was used is counted: its rules, the rows of theirs without a single value, the fields that never found one. */
class MappingUseTest {
  private static final String MATCH = "{\"type\":\"match\",\"product_id\":\"BTC-USD\",\"time\":\"2026-11-20T14:30:00Z\",\"side\":\"buy\",\"price\":\"2\"}";

  private final SourceUnderTest coinbase = new SourceUnderTest("coinbase");

  private static Map<String, Long> counts(NormalizeSpec spec, String... messages) {
    Normalizer normalizer = new Normalizer(spec);
    for (String message : messages) {
      normalizer.normalize(new RawMessage("raw.coinbase/0", 7, SourceUnderTest.RECEIVED, SourceUnderTest.INGESTED,
          message.getBytes(StandardCharsets.UTF_8), null), new Collected());
    }
    Map<String, Long> counts = new TreeMap<>();
    normalizer.counts().forEach((name, count) -> counts.put(name, count.getAsLong()));
    return counts;
  }

  private MappingUse use(NormalizeSpec spec, String... messages) {
    return MappingUse.of(counts(spec, messages));
  }

  private static RuleUse rule(MappingUse use, String name) {
    return use.rules().stream().filter(rule -> rule.rule().equals(name)).findFirst().orElseThrow();
  }

  /** The mapping with a column whose path the messages do not have. */
  private NormalizeSpec askedAt(String column, String... path) {
    List<Column> columns = coinbase.source.columns().stream()
        .map(c -> c.name().equals(column) ? new Column(c.name(), List.of(path), c.array(), c.between(), c.description()) : c).toList();
    return coinbase.with(columns, coinbase.source.messages());
  }

  @Test
  void rules_that_took_no_message_are_unused() {
    MappingUse use = use(coinbase.spec, MATCH, MATCH, "{\"type\":\"heartbeat\"}", "{\"type\":\"unheard-of\"}");

    assertThat(use.unused()).containsExactly("book-snapshot", "book-update", "last-match");
    assertThat(rule(use, "match")).extracting(RuleUse::rule, RuleUse::messages, RuleUse::emptyRows).containsExactly("match", 2L, 0L);
  }

  @Test
  void a_field_that_never_found_a_value_is_told_with_its_column() {
    assertThat(rule(use(coinbase.spec, MATCH), "match").unmatched())
        .containsExactly("last_size (column size)", "trade_id (column trade_id)");
  }

  @Test
  void a_column_that_never_had_what_another_column_of_its_field_had_is_told_apart() {
    NormalizeSpec spec = priceFrom("sequence", "price");
    assertThat(rule(use(spec, MATCH), "match").unmatched())
        .containsExactly("last_price (column sequence of sequence or price)", "last_size (column size)", "trade_id (column trade_id)");
    assertThat(rule(use(spec, MATCH.replace("\"price\"", "\"sequence\"")), "match").unmatched()).as("the second one was not looked at")
        .containsExactly("last_size (column size)", "trade_id (column trade_id)");
  }

  @Test
  void columns_of_a_field_that_found_nothing_at_all_are_told_together() {
    assertThat(rule(use(priceFrom("sequence", "trade_id"), MATCH), "match").unmatched())
        .containsExactly("last_price (column sequence or trade_id)", "last_size (column size)", "trade_id (column trade_id)");
  }

  @Test
  void a_column_that_had_a_value_for_another_subtask_is_not_told() {
    NormalizeSpec spec = priceFrom("sequence", "price");
    Map<String, Long> sum = counts(spec, MATCH);
    counts(spec, MATCH.replace("\"price\"", "\"sequence\"")).forEach((name, count) -> sum.merge(name, count, Long::sum));
    assertThat(rule(MappingUse.of(sum), "match").unmatched()).containsExactly("last_size (column size)", "trade_id (column trade_id)");
  }

  /** The mapping with the last price taken from the first of some columns that has one. */
  private NormalizeSpec priceFrom(String... columns) {
    List<MessageRule> rules = coinbase.source.messages().stream().map(r -> new MessageRule(r.name(), r.when(), r.category(), r.rejects(),
        r.merge(), r.state(), r.missing(), r.numbers(), fields(r, columns), r.each(), r.unpivot())).toList();
    return coinbase.with(coinbase.source.columns(), rules);
  }

  private static List<FieldRule> fields(MessageRule rule, String... columns) {
    return rule.fields() == null ? null : rule.fields().stream().map(f -> !f.field().equals("last_price") ? f
        : new FieldRule(f.field(), f.from(), f.value(), List.of(columns), f.item(), f.as(), f.elseReceived(), f.translate(), f.prefixes(),
            f.suffixes(), f.unit())).toList();
  }

  @Test
  void a_field_that_found_a_value_once_is_not_told() {
    String other = MATCH.replace("\"price\"", "\"size\":\"1\",\"price\"");
    assertThat(rule(use(coinbase.spec, MATCH, other, MATCH), "match").unmatched()).containsExactly("trade_id (column trade_id)");
  }

  @Test
  void rows_for_which_nothing_was_found_in_the_message_are_counted() {
    String nothing = "{\"type\":\"match\",\"product_id\":\"BTC-USD\"}";
    assertThat(rule(use(coinbase.spec, MATCH, nothing, nothing), "match").emptyRows()).isEqualTo(2);
  }

  @Test
  void a_path_that_no_message_has_is_told_where_its_list_feeds_rows() {
    String update = "{\"type\":\"l2update\",\"product_id\":\"BTC-USD\",\"time\":\"2026-11-20T14:30:00Z\",\"changes\":[[\"buy\",\"1.5\",\"2\"]]}";
    RuleUse whole = rule(use(coinbase.spec, update), "book-update");
    RuleUse astray = rule(use(askedAt("time", "data", "time"), update), "book-update");

    assertThat(whole.unmatched()).isEmpty();
    assertThat(astray.unmatched()).containsExactly("event_time (column time)");
    assertThat(astray.emptyRows()).isZero();
  }

  @Test
  void an_empty_list_that_stands_for_a_row_is_no_row_without_values() {
    String empty = "{\"type\":\"snapshot\",\"product_id\":\"BTC-USD\",\"bids\":[],\"asks\":[]}";
    assertThat(rule(use(coinbase.spec, empty), "book-snapshot")).extracting(RuleUse::messages, RuleUse::emptyRows).containsExactly(1L, 0L);
  }

  @Test
  void counts_of_two_that_shared_the_messages_add_up() {
    Map<String, Long> sum = counts(coinbase.spec, MATCH);
    counts(coinbase.spec, MATCH.replace("\"price\"", "\"trade_id\":5,\"size\":\"1\",\"price\"")).forEach((name, count) -> sum.merge(name, count, Long::sum));

    assertThat(rule(MappingUse.of(sum), "match")).isEqualTo(new RuleUse("match", 2, 0, List.of()));
  }

  @Test
  void the_lines_say_calmly_what_a_person_may_want_to_look_at() {
    String nothing = "{\"type\":\"match\",\"product_id\":\"BTC-USD\"}";
    assertThat(use(coinbase.spec, nothing).lines()).containsExactly(
        "rule match: 1 row without a single value from its message",
        "rule match: no value was found for event_time (column time), last_price (column price), last_side (column side),"
            + " last_size (column size), trade_id (column trade_id)",
        "no message for rule book-snapshot, book-update, last-match");
    assertThat(use(coinbase.spec).lines()).as("a source without messages says nothing of its mapping").isEmpty();
  }
}
