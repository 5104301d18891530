package io.twinlane.local.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TerminalTest {
  @Test
  void only_a_terminal_that_has_not_refused_them_gets_colours() {
    assertThat(Terminal.colours(true, Map.of())).isSameAs(Colours.ANSI);
    assertThat(Terminal.colours(true, Map.of("NO_COLOR", ""))).isSameAs(Colours.ANSI);
    assertThat(Terminal.colours(true, Map.of("NO_COLOR", "1"))).isSameAs(Colours.NONE);
    assertThat(Terminal.colours(true, Map.of("TERM", "dumb"))).isSameAs(Colours.NONE);
    assertThat(Terminal.colours(false, Map.of())).isSameAs(Colours.NONE);
  }
}
