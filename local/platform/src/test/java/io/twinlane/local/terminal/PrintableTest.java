package io.twinlane.local.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.twinlane.catalog.ControlCharacters;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PrintableTest {
  private static final String HOSTILE = "BTC\u001b[31m\u001b]0;title\u0007\r\u001b[K-\u0000\u007f\u009b1m\u202e\u2028\t\ufdd0x\ufdd1\uD800";
  private static final String SHOWN =
      "BTC\\x1b[31m\\x1b]0;title\\x07\\x0d\\x1b[K-\\x00\\u007f\\u009b1m\\u202e\\u2028\\x09\\ufdd0x\\ufdd1";

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final Terminal terminal = new Terminal(stream(), stream(), Colours.ANSI, true, 400);

  private PrintStream stream() {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  private String printed() {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Test
  void nothing_that_came_from_outside_reaches_a_terminal_unescaped_whichever_way_it_is_printed() {
    String whole = HOSTILE.substring(0, HOSTILE.length() - 1);
    terminal.out().println(whole);
    terminal.err().print(whole + "\n");
    terminal.out().printf("%s%n", whole);
    terminal.out().append(whole).append('\n');
    byte[] raw = (whole + "\n").getBytes(StandardCharsets.UTF_8);
    terminal.out().write(raw, 0, raw.length);
    for (byte b : raw) {
      terminal.out().write(b);
    }
    terminal.out().flush();
    assertThat(printed()).isEqualTo((SHOWN + "\n").repeat(6));
  }

  @Test
  void colours_of_ours_pass_and_the_same_sequences_from_outside_do_not() {
    terminal.out().println(Colours.ANSI.good("holds") + " \u001b[32mholds\u001b[0m");
    assertThat(printed()).isEqualTo("\u001b[32mholds\u001b[0m \\x1b[32mholds\\x1b[0m\n");
  }

  @Test
  void a_coloured_text_from_outside_is_escaped_within_its_colour() {
    terminal.out().println(Colours.ANSI.bad("a\u001b[0mb"));
    assertThat(printed()).isEqualTo("\u001b[31ma\\x1b[0mb\u001b[0m\n");
  }

  @Test
  void a_text_longer_than_any_buffer_is_the_same_and_colours_in_it_are_whole() {
    String text = ("\u20ac\ud83d\ude00" + Colours.ANSI.warn("x")).repeat(5_000);
    terminal.out().println(text);
    assertThat(printed()).isEqualTo("\u20ac\ud83d\ude00\u001b[33mx\u001b[0m".repeat(5_000) + "\n");
  }

  @Test
  void half_a_character_is_shown_and_not_lost_on_the_way() {
    assertThat(Printable.line(HOSTILE)).isEqualTo(SHOWN + "\\ud800");
  }

  @Test
  void a_json_document_stays_one_and_says_what_it_said() throws IOException {
    Map<String, String> document = Map.of("symbol", HOSTILE.substring(0, HOSTILE.length() - 1) + "\udb40\udc41 \u00e4");
    terminal.out().println(new ObjectMapper().writeValueAsString(document));
    assertThat(new ObjectMapper().readTree(bytes.toByteArray()).path("symbol").asText()).isEqualTo(document.get("symbol"));
    assertThat(printed().strip().chars()).noneMatch(ControlCharacters::isOne);
  }

  @Test
  void progress_keeps_a_line_a_line() {
    try (Progress progress = terminal.progress()) {
      progress.say("not played: a\n  ok  everything\u001b[2J");
      progress.begin("Reading b\rc").done("read b\rc");
    }
    assertThat(printed()).contains("not played: a\\x0a  ok  everything\\x1b[2J\n").contains("Reading b\\x0dc").contains("read b\\x0dc")
        .contains("\u001b[32mok\u001b[0m");
    assertThat(printed().replaceAll("\r\u001b\\[K|\u001b\\[[0-9]+m", "").chars().filter(c -> c < 32 && c != '\n').count()).isZero();
  }
}
