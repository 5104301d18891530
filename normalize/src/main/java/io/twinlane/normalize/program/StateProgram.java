package io.twinlane.normalize.program;

import io.twinlane.catalog.StateRule;
import io.twinlane.catalog.States;
import io.twinlane.normalize.Update;
import io.twinlane.normalize.read.Cells;
import io.twinlane.normalize.read.ColumnCell;
import io.twinlane.normalize.read.Kind;
import io.twinlane.normalize.read.Layout;
import java.util.Arrays;
import java.util.Map;

/** The state of what a message gives: always the same one, or by the first letter of a column. */
final class StateProgram {
  private final byte constant;
  private final ColumnCell column;
  private final boolean sticky;
  private final byte otherwise;
  private final byte[] byLetter = new byte[Character.MAX_VALUE + 1];

  public StateProgram(StateRule rule, States states, Layout layout) {
    column = rule.column() == null ? null : layout.column(rule.column());
    constant = column == null ? states.code(rule.constant()) : 0;
    sticky = rule.sticky();
    otherwise = rule.otherwise() == null ? states.code(States.MISSING) : states.code(rule.otherwise());
    Arrays.fill(byLetter, otherwise);
    for (Map.Entry<String, String> letter : (rule.firstLetter() == null ? Map.<String, String>of() : rule.firstLetter()).entrySet()) {
      byLetter[letter.getKey().charAt(0)] = states.code(letter.getValue());
    }
  }

  /** What the fields that the message gives are marked with. */
  byte ofFields(Cells cells) {
    if (sticky) {
      return Update.STICKY;
    }
    byte announced = column == null ? constant : announced(cells);
    return announced == Update.ABSENT ? otherwise : announced;
  }

  /** The state that this message announces for later ones; ABSENT when it says nothing of it. */
  byte sticky(Cells cells) {
    return sticky ? announced(cells) : Update.ABSENT;
  }

  private byte announced(Cells cells) {
    Kind kind = column == null ? Kind.ABSENT : column.kind(cells);
    if (kind == Kind.ABSENT || kind == Kind.NULL) {
      return Update.ABSENT;
    }
    String text = kind.textual() ? column.text(cells) : "";
    return text.isEmpty() ? otherwise : byLetter[text.charAt(0)];
  }
}
