package io.twinlane.local;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.twinlane.normalize.MappingUse;
import io.twinlane.normalize.RuleUse;
import java.util.List;

/** How one message rule was used, as documents for machines have it; {@code unmatched} are fields and columns that never found a value. */
public record RuleFigures(String rule, long messages, @JsonProperty("rows_without_value") long emptyRows, List<String> unmatched) {
  public static List<RuleFigures> of(MappingUse use) {
    return use.rules().stream().map(rule -> new RuleFigures(rule.rule(), rule.messages(), rule.emptyRows(), rule.unmatched())).toList();
  }

  /** The same in words, as far as it is worth a look. */
  public static List<String> lines(List<RuleFigures> rules) {
    return new MappingUse(rules.stream().map(rule -> new RuleUse(rule.rule, rule.messages, rule.emptyRows, rule.unmatched)).toList())
        .lines();
  }
}
