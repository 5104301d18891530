package io.twinlane.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinlane.catalog.Category;
import io.twinlane.catalog.Dtype;
import io.twinlane.catalog.Field;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Spoils the sample messages in 5,000 ways a source, always the same ones. */
class FuzzTest {
  private static final int ROUNDS = 5_000;
  private static final List<String> NASTY = List.of("1e999999999", "-1e-999999999", "99999999999999999999999999999999999999999", "\"\"",
      "null",
      "{}", "[]", "[[]]", "true", "\"\\u0000\"", "\"\\ud800\"", "\"N/A\"", "\"1,30\"", "-", "\"0x10\"", "\"NaN\"", "\"\u0661\"",
      "0.0000000000001",
      "\"2026-02-30T00:00:00Z\"", "[[\"sell\"]]", "[[1,2,3],4,{\"a\":1},[\"buy\",\"1\",\"x\"]]", "\"C\"", "\"1K\"", "1E400");

  @ParameterizedTest
  @ValueSource(strings = {"ib", "coinbase", "eia", "cftc"})
  void a_spoiled_message_is_rows_or_unqualified_or_a_drop_and_never_an_exception(String name) {
    SourceUnderTest subject = new SourceUnderTest(name);
    List<RawMessage> samples = SampleMessages.of(subject.source);
    KeyOf keys = new KeyOf(subject.source, subject.spec.maxRecordBytes());
    Columns columns = new Columns(subject.source, subject.spec.maxRecordBytes());
    Random random = new Random(20261122);
    for (int round = 0; round < ROUNDS; round++) {
      RawMessage message = spoiled(samples.get(random.nextInt(samples.size())), round, random);
      Collected output = subject.output;
      output.rows.clear();
      output.updates.clear();
      output.unqualified.clear();
      output.dropped.clear();
      subject.send(message);
      check(subject, message);
      keys.keyOf(message.body());
      assertThat(columns.flatten(message)).hasSize(subject.source.columns().size());
    }
  }

  private static void check(SourceUnderTest subject, RawMessage message) {
    Collected out = subject.output;
    boolean drop = !out.dropped.isEmpty();
    boolean rest = !out.rows.isEmpty() || !out.unqualified.isEmpty();
    assertThat(drop != rest).as("one outcome of %s", new String(message.body(), StandardCharsets.UTF_8)).isTrue();
    assertThat(out.dropped.size() + out.updates.size()).as("drops and updates").isLessThanOrEqualTo(2);
    int[] indexes = IntStream.concat(out.rows.stream().mapToInt(r -> r.rowIndex), out.unqualified.stream()
        .mapToInt(UnqualifiedRow::rowIndex))
        .sorted().toArray();
    assertThat(indexes).as("row indexes").isEqualTo(IntStream.range(0, indexes.length).toArray());
    out.unqualified.forEach(row -> assertThat(row.explanation()).startsWith("Cannot ").hasSizeLessThan(1500));
    out.rows.forEach(row -> checkRow(subject, row));
  }

  private static void checkRow(SourceUnderTest subject, CategoryRow row) {
    Category category = subject.spec.category(row.category);
    for (int i = 0; i < row.values.length; i++) {
      Field field = category.fields().get(i);
      assertThat(row.states[i]).as("state of " + field.name()).isBetween((byte) 0, (byte) (subject.spec.states().list().size() - 1));
      assertThat(row.values[i] != null || !field.required()).as("value of " + field.name()).isTrue();
      if (field.dtype().kind() == Dtype.Kind.DECIMAL && row.values[i] != null) {
        BigDecimal number = (BigDecimal) row.values[i];
        assertThat(number.scale()).isEqualTo(field.dtype().scale());
        assertThat(number.precision()).isLessThanOrEqualTo(field.dtype().precision());
      }
    }
  }

  private static RawMessage spoiled(RawMessage message, int round, Random random) {
    byte[] body = message.body();
    for (int times = random.nextInt(3); times >= 0; times--) {
      body = body.length == 0 ? body : spoil(body, random);
    }
    return new RawMessage(message.origin(), round, message.receiveTime(), message.ingestTime(), body, message.header());
  }

  private static byte[] spoil(byte[] body, Random random) {
    int at = random.nextInt(body.length);
    return switch (random.nextInt(6)) {
      case 0 -> Arrays.copyOf(body, at);
      case 1 -> {
        byte[] changed = body.clone();
        changed[at] = (byte) random.nextInt(256);
        yield changed;
      }
      case 2 -> splice(body, at, at, body, random);
      case 3 -> splice(body, at, Math.min(body.length, at + random.nextInt(20)), new byte[0], random);
      default -> nastyValue(body, random);
    };
  }

  /** Puts something nasty in the place of a value, where the message stays sound around it. */
  private static byte[] nastyValue(byte[] body, Random random) {
    String text = new String(body, StandardCharsets.ISO_8859_1);
    int[] starts = IntStream.range(0, text.length())
        .filter(i -> text.charAt(i) == ':' || text.charAt(i) == ',' || text.charAt(i) == '[').toArray();
    if (starts.length == 0) {
      return body;
    }
    int start = starts[random.nextInt(starts.length)] + 1;
    int end = start;
    while (end < text.length() && ",]}".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    byte[] nasty = NASTY.get(random.nextInt(NASTY.size())).getBytes(StandardCharsets.UTF_8);
    return splice(body, start, end, nasty, null);
  }

  private static byte[] splice(byte[] body, int from, int to, byte[] insert, Random random) {
    int length = random == null ? insert.length : Math.min(insert.length, random.nextInt(30));
    byte[] result = new byte[from + length + body.length - to];
    System.arraycopy(body, 0, result, 0, from);
    System.arraycopy(insert, 0, result, from, length);
    System.arraycopy(body, to, result, from + length, body.length - to);
    return result;
  }
}
