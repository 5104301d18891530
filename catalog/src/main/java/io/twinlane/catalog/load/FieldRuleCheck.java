package io.twinlane.catalog.load;

import io.twinlane.catalog.ControlCharacters;
import io.twinlane.catalog.Dtype;
import io.twinlane.catalog.Field;
import io.twinlane.catalog.FieldRule;
import io.twinlane.catalog.FieldRule.As;
import io.twinlane.catalog.FieldRule.From;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells where a field's rule does not go with the field's dtype. */
final class FieldRuleCheck {
  private static final Pattern FACTOR = Pattern.compile("-?(?=[0-9.]*[1-9])[0-9]{1,18}(\\.[0-9]{1,18})?");
  private static final Pattern BEGINS_NUMBER = Pattern.compile("^[0-9+\\-.,]");
  private static final Pattern ENDS_NUMBER = Pattern.compile("[0-9.,]$");

  private FieldRuleCheck() {}

  static void check(FieldRule rule, Field field, YamlNode node) {
    Dtype.Kind kind = field.dtype().kind();
    boolean number = kind == Dtype.Kind.DECIMAL || kind == Dtype.Kind.INT64;
    String said = "field " + field.name() + " is a " + field.dtype().text();
    if (kind == Dtype.Kind.TIMESTAMP) {
      checkTime(rule, said, node);
    } else if (rule.as() != As.PLAIN || rule.elseReceived() || rule.from() == From.RECEIVED) {
      node.problem(said + ": as, else: received and received are for timestamps");
    }
    if (!number && !(rule.prefixes().isEmpty() && rule.suffixes().isEmpty())) {
      node.problem(said + ": prefixes and suffixes are for numbers");
    }
    boolean constant = rule.from() == From.VALUE && rule.value() != null;
    Optional<String> wrong = constant ? Constants.problem(rule, field.dtype()) : Optional.empty();
    wrong.ifPresent(why -> node.problem(said + ": value " + rule.value() + " " + why));
    if (field.minimum() != null && number && constant && wrong.isEmpty()
        && new BigDecimal(rule.value()).compareTo(field.minimum()) < 0) {
      node.problem(said + ": value " + rule.value() + " is below its minimum " + field.minimum());
    }
    if (rule.value() != null && ControlCharacters.firstIn(rule.value()) >= 0) {
      node.problem(said + ": value cannot be used: " + ControlCharacters.problem(rule.value()));
    }
    if (rule.from() == From.LAST_OF_MESSAGE && kind != Dtype.Kind.BOOLEAN) {
      node.problem(said + ": last-of-message is for booleans");
    }
    if (rule.from() == From.IDENTIFIER && kind != Dtype.Kind.STRING) {
      node.problem(said + ": the identifier is a string");
    }
    rule.prefixes().keySet().forEach(prefix -> checkAffix("prefix", prefix, BEGINS_NUMBER, node.optional("prefixes")));
    rule.suffixes().forEach((suffix, factor) -> {
      checkAffix("suffix", suffix, ENDS_NUMBER, node.optional("suffixes"));
      if (!factor.isEmpty() && !FACTOR.matcher(factor).matches()) {
        node.optional("suffixes").problem("suffix " + suffix + " has factor " + factor + ": it must be a number, such as 1000, and not 0");
      }
    });
  }

  private static void checkTime(FieldRule rule, String said, YamlNode node) {
    if (rule.from() == From.VALUE && node.has("value")) {
      node.problem(said + ": it cannot be a constant value");
    }
    boolean read = rule.from() == From.COLUMN || rule.from() == From.ITEM;
    if (read && !node.has("as")) {
      node.problem(said + ": say how to read it with as: iso-time, epoch-millis or date");
    }
    if (rule.elseReceived() && !read) {
      node.problem(said + ": else: received goes with column or item");
    }
  }

  /** What a number itself may begin or end with would be cut off it, and the rest be read as another number. */
  private static void checkAffix(String kind, String text, Pattern partOfNumber, YamlNode node) {
    if (text.isEmpty() || partOfNumber.matcher(text).find()) {
      node.problem(text.isEmpty() ? "a " + kind + " has no character" : kind + " " + text + " may be part of a number itself");
    }
  }
}
