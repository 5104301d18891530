package io.twinlane.lake;

import io.twinlane.normalize.RawMessage;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Raw messages that stores corrupt when they are careless. */
final class Messages {
  static final long DAY = 86_400_000_000L;
  static final long NOON = 1_795_348_800_000_001L;

  private Messages() {}

  static RawMessage of(long number, byte[] body) {
    return new RawMessage("raw.coinbase/" + number % 2, number, NOON + number, NOON + number * 1000, body, null);
  }

  static RawMessage text(long number) {
    return of(number, ("{\"type\":\"ticker\",\"sequence\":" + number + "}").getBytes(StandardCharsets.UTF_8));
  }

  /** Empty, not UTF-8, cut within a character, with NUL, BOM, line ends, surrogates, and 5 MB both as text and as noise. */
  static List<RawMessage> awkward() {
    byte[] spaces = new byte[5 << 20];
    Arrays.fill(spaces, (byte) ' ');
    byte[] noise = new byte[5 << 20];
    new Random(7).nextBytes(noise);
    return List.of(
        of(0, new byte[0]), of(1, new byte[] {(byte) 0xff, (byte) 0xfe, 0}), of(2, new byte[] {'a', (byte) 0xe2, (byte) 0x82}),
        of(3, new byte[] {'a', 0, 'b'}), of(4, "\ufeff{}\r\n".getBytes(StandardCharsets.UTF_8)),
        of(5, "\ud83d\ude00 \u20ac".getBytes(StandardCharsets.UTF_8)), of(6, new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80}),
        of(7, new byte[] {(byte) 0xc0, (byte) 0x80}), of(8, spaces), of(9, noise));
  }

  /** A message as text, such that two are the same exactly when their texts are. */
  static String show(RawMessage message) {
    return message.origin() + "@" + message.originOffset() + " " + message.receiveTime() + " " + message.ingestTime() + " "
        + message.header() + " " + message.body().length + " bytes " + Arrays.hashCode(message.body());
  }
}
