package io.twinlane.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The result depends on the messages of each key in their order, and on nothing else: the ground that the lanes' parity stands on. */
class OrderTest {
  private static final Comparator<CategoryRow> BY_IDENTITY =
      Comparator.<CategoryRow>comparingLong(row -> row.originOffset).thenComparingInt(row -> row.rowIndex);

  @ParameterizedTest
  @ValueSource(strings = {"ib", "coinbase"})
  void any_interleaving_of_the_keys_gives_the_same_rows_and_drops(String name) {
    SourceUnderTest streaming = new SourceUnderTest(name);
    List<RawMessage> messages = SampleMessages.of(streaming.source);
    messages.forEach(streaming::send);
    assertThat(streaming.output.rows).hasSizeGreaterThan(100);
    for (int seed = 0; seed < 20; seed++) {
      SourceUnderTest batch = new SourceUnderTest(name);
      interleaved(messages, new KeyOf(batch.source, batch.spec.maxRecordBytes()), new Random(seed)).forEach(batch::send);
      assertThat(sorted(batch.output.rows)).as("rows of seed %d", seed).isEqualTo(sorted(streaming.output.rows));
      assertThat(batch.output.dropped).as("drops of seed %d", seed).containsExactlyInAnyOrderElementsOf(streaming.output.dropped);
      assertThat(batch.output.unqualified).as("unqualified of seed %d", seed).hasSameSizeAs(streaming.output.unqualified);
    }
  }

  private static List<CategoryRow> sorted(List<CategoryRow> rows) {
    return rows.stream().sorted(BY_IDENTITY).toList();
  }

  /** Deals the messages out anew: each key's keep their order, which key comes next is by chance. */
  private static List<RawMessage> interleaved(List<RawMessage> messages, KeyOf keys, Random random) {
    Map<String, List<RawMessage>> byKey =
        messages.stream().collect(Collectors.groupingBy(message -> String.valueOf(keys.keyOf(message.body()))));
    List<List<RawMessage>> queues = new ArrayList<>(byKey.values().stream().map(ArrayList::new).toList());
    List<RawMessage> dealt = new ArrayList<>();
    while (!queues.isEmpty()) {
      List<RawMessage> queue = queues.get(random.nextInt(queues.size()));
      dealt.add(queue.remove(0));
      queues.removeIf(List::isEmpty);
    }
    return dealt;
  }
}
