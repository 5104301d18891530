package io.twinlane.normalize.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Utf8Test {
  @Test
  void it_agrees_with_the_strict_decoder_of_java_on_random_bytes() {
    Random random = new Random(5);
    for (int i = 0; i < 50_000; i++) {
      byte[] bytes = "price \u00e9\u20ac\ud83d\ude00 and some more text".getBytes(StandardCharsets.UTF_8);
      for (int times = random.nextInt(3); times > 0; times--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      assertThat(Utf8.firstInvalid(bytes) < 0).isEqualTo(decodes(bytes));
    }
  }

  private static boolean decodes(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  @Test
  void the_place_of_the_first_wrong_byte_is_told() {
    assertThat(Utf8.firstInvalid(new byte[] {'a', 'b', (byte) 0x99, 'c'})).isEqualTo(2);
    assertThat(Utf8.firstInvalid("all is well \u20ac".getBytes(StandardCharsets.UTF_8))).isEqualTo(-1);
  }

  @Test
  void a_character_that_is_cut_off_at_the_end_is_told_from_a_wrong_one() {
    byte[] cut = {'a', (byte) 0xE2, (byte) 0x82};
    assertThat(Utf8.firstInvalid(cut)).isEqualTo(1);
    assertThat(Utf8.cutOff(cut, 1)).isTrue();
    assertThat(Utf8.cutOff(new byte[] {'a', (byte) 0xE2, 'b'}, 1)).isFalse();
  }

  @Test
  void half_a_character_is_found_in_a_text() {
    assertThat(Utf8.hasHalfCharacter("a\ud83d\ude00b")).isFalse();
    assertThat(Utf8.hasHalfCharacter("a\ud83d")).isTrue();
    assertThat(Utf8.hasHalfCharacter("\ude00a")).isTrue();
    assertThat(Utf8.hasHalfCharacter("\ud83d\ud83d\ude00")).isTrue();
  }
}
