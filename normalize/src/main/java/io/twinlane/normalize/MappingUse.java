package io.twinlane.normalize;

import io.twinlane.catalog.Amount;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.stream.Collectors;

/**
 * How a source's mapping was used by some messages, put together from counts that were taken apart from each other and added up: what
 * {@link Normalizer#counts} names. None of it is a failure: the messages may have been such. Rules and fields are by name.
 */
public record MappingUse(List<RuleUse> rules) {
  private static final String RULE = "rule ";
  private static final String MESSAGES = " messages";
  private static final String ALTERNATIVE = " alternative ";
  private static final int SHOWN_FIELDS = 8;

  public static MappingUse of(Map<String, Long> counts) {
    return new MappingUse(counts.keySet().stream().filter(name -> name.startsWith(RULE) && name.endsWith(MESSAGES)).sorted()
        .map(name -> rule(name.substring(RULE.length(), name.length() - MESSAGES.length()), counts)).toList());
  }

  private static RuleUse rule(String rule, Map<String, Long> counts) {
    String lacked = lacked(rule, "");
    Set<String> unmatched = counts.entrySet().stream().filter(count -> count.getKey().startsWith(lacked) && count.getValue() > 0)
        .map(count -> count.getKey().substring(lacked.length()))
        .filter(part -> counts.getOrDefault(found(rule, part), 0L) == 0).collect(Collectors.toSet());
    List<String> told = unmatched.stream().filter(part -> !ofUnmatchedField(part, unmatched)).map(MappingUse::words).sorted().toList();
    return new RuleUse(rule, counts.getOrDefault(messages(rule), 0L), counts.getOrDefault(emptyRows(rule), 0L), told);
  }

  /** What is counted: a field as a whole, or one of the columns that it may come from. */
  static String part(String field, String alternative) {
    return alternative == null ? field : field + ALTERNATIVE + alternative;
  }

  private static boolean ofUnmatchedField(String part, Set<String> unmatched) {
    int mark = part.indexOf(ALTERNATIVE);
    return mark >= 0 && unmatched.contains(part.substring(0, mark));
  }

  /** {@code last_price (column bid of bid or price)} for one column of a field that others feed. */
  private static String words(String part) {
    int mark = part.indexOf(ALTERNATIVE);
    return mark < 0 ? part
        : part.substring(0, mark).replaceFirst("column ", "column " + Matcher.quoteReplacement(part.substring(mark + ALTERNATIVE.length())) + " of ");
  }

  static String messages(String rule) {
    return RULE + rule + MESSAGES;
  }

  static String emptyRows(String rule) {
    return RULE + rule + " empty rows";
  }

  static String found(String rule, String field) {
    return RULE + rule + " found " + field;
  }

  static String lacked(String rule, String field) {
    return RULE + rule + " lacked " + field;
  }

  private static String shown(List<String> fields) {
    int more = fields.size() - SHOWN_FIELDS;
    return String.join(", ", fields.subList(0, Math.min(SHOWN_FIELDS, fields.size()))) + (more > 0 ? " and " + more + " more" : "");
  }

  /** The rules that took no message. */
  public List<String> unused() {
    return rules.stream().filter(rule -> rule.messages() == 0).map(RuleUse::rule).toList();
  }

  /** What may be worth a look, a sentence each; nothing when no message was taken at all, which other counts tell. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (RuleUse rule : rules) {
      if (rule.emptyRows() > 0) {
        lines.add(RULE + rule.rule() + ": " + Amount.of(rule.emptyRows(), "row") + " without a single value from "
            + (rule.emptyRows() == 1 ? "its message" : "their messages"));
      }
      if (!rule.unmatched().isEmpty()) {
        lines.add(RULE + rule.rule() + ": no value was found for " + shown(rule.unmatched()));
      }
    }
    if (!unused().isEmpty() && unused().size() < rules.size()) {
      lines.add("no message for " + RULE + String.join(", ", unused()));
    }
    return lines;
  }
}
