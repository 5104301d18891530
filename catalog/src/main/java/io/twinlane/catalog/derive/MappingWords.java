package io.twinlane.catalog.derive;

import static io.twinlane.catalog.derive.Markdown.code;

import io.twinlane.catalog.Condition;
import io.twinlane.catalog.Field;
import io.twinlane.catalog.FieldRule;
import io.twinlane.catalog.Identifier;
import io.twinlane.catalog.MessageRule;
import io.twinlane.catalog.Source;
import io.twinlane.catalog.StateRule;
import io.twinlane.catalog.States;
import io.twinlane.catalog.UnitRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Says in words what a mapping declares. */
final class MappingWords {
  private MappingWords() {}

  static String condition(Condition when) {
    if (when == null) {
      return "any content";
    }
    if (when.text() != null) {
      return "the text " + choice(when.text());
    }
    if (when.is() != null) {
      return code(when.column()) + " " + choice(when.is());
    }
    return code(when.column()) + (when.startsWith() != null ? " beginning with " + code(when.startsWith()) : " present");
  }

  private static String choice(List<String> texts) {
    return texts.stream().map(Markdown::code).collect(Collectors.joining(" or "));
  }

  static String state(MessageRule rule) {
    StateRule state = rule.state();
    String given = state.constant() != null ? code(state.constant())
        : "by the first letter of " + code(state.column()) + (state.sticky() ? " as last told" : "") + " (" + pairs(state.firstLetter())
            + ", else " + state.otherwise() + ")";
    return given + "; " + code(States.MISSING) + " where there is no value"
        + (rule.merge() ? "; " + code(States.CARRIED) + " where an earlier message of the same identifier gave it" : "");
  }

  private static String pairs(Map<String, String> pairs) {
    return pairs.entrySet().stream().map(pair -> pair.getKey() + " " + pair.getValue()).collect(Collectors.joining(", "));
  }

  static String from(Source source, FieldRule rule, String array) {
    String from = switch (rule.from()) {
      case VALUE -> "always " + code(rule.value());
      case COLUMN -> rule.columns().stream().map(Markdown::code).collect(Collectors.joining(", else "));
      case ITEM -> "place " + rule.item() + " of each element of " + code(array);
      case IDENTIFIER -> identifier(source.identifier());
      case RECEIVED -> "the receive time";
      case LAST_OF_MESSAGE -> "`true` on the last row of the message";
    };
    return from + (rule.elseReceived() ? ", else the receive time" : "")
        + (rule.translate().isEmpty() ? "" : " (" + pairs(rule.translate()) + ")")
        + (rule.suffixes().isEmpty() ? "" : ", suffixes " + String.join(" ", rule.suffixes().keySet()));
  }

  private static String identifier(Identifier identifier) {
    String columns = code(identifier.column()) + (identifier.elseColumn() == null ? "" : ", else " + code(identifier.elseColumn()));
    return columns + (identifier.table() ? " by the instrument table" : "");
  }

  static String unit(Field field, UnitRule rule) {
    if (rule == null) {
      return field.unit();
    }
    if (rule.constant() != null) {
      return rule.constant();
    }
    return rule.role() != null ? "the instrument's " + rule.role() + " unit" : code(rule.column()) + " (" + pairs(rule.translate()) + ")";
  }

  /** The states that a field may have besides its message's. */
  static String ownStates(Source source, FieldRule rule) {
    List<String> states = new ArrayList<>();
    rule.prefixes().forEach((prefix, state) -> states.add(state + " after " + code(prefix)));
    if (rule.from() == FieldRule.From.RECEIVED || rule.elseReceived()) {
      states.add(States.DERIVED + (rule.elseReceived() ? " for the receive time" : ""));
    }
    if (rule.from() == FieldRule.From.IDENTIFIER && source.identifier().table()) {
      states.add(States.UNRESOLVED + " when the table does not know it");
    }
    return String.join(", ", states);
  }
}
