package io.twinlane.normalize.value;

import io.twinlane.catalog.FieldRule;
import io.twinlane.catalog.States;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Map;

/** What may stand before a number's text (and says its state) and after it (and multiplies it), longest first. */
final class Affixes {
  static final Affixes NONE = new Affixes(Map.of(), Map.of(), null);
  final String[] prefixes;
  final byte[] prefixStates;
  final String[] suffixes;
  final BigDecimal[] multipliers;

  private Affixes(Map<String, String> prefixMap, Map<String, String> suffixMap, States states) {
    prefixes = longestFirst(prefixMap);
    prefixStates = new byte[prefixes.length];
    for (int i = 0; i < prefixes.length; i++) {
      prefixStates[i] = states.code(prefixMap.get(prefixes[i]));
    }
    suffixes = longestFirst(suffixMap);
    multipliers = new BigDecimal[suffixes.length];
    for (int i = 0; i < suffixes.length; i++) {
      multipliers[i] = new BigDecimal(suffixMap.get(suffixes[i]));
    }
  }

  static Affixes of(FieldRule rule, States states) {
    Map<String, String> prefixes = rule.prefixes() == null ? Map.of() : rule.prefixes();
    Map<String, String> suffixes = rule.suffixes() == null ? Map.of() : rule.suffixes();
    return prefixes.isEmpty() && suffixes.isEmpty() ? NONE : new Affixes(prefixes, suffixes, states);
  }

  /** Place in the prefixes of the one that a text begins with; -1 for none. */
  int prefixOf(String text) {
    for (int i = 0; i < prefixes.length; i++) {
      if (text.startsWith(prefixes[i])) {
        return i;
      }
    }
    return -1;
  }

  int suffixOf(String text) {
    for (int i = 0; i < suffixes.length; i++) {
      if (text.endsWith(suffixes[i])) {
        return i;
      }
    }
    return -1;
  }

  private static String[] longestFirst(Map<String, String> map) {
    return map.keySet().stream().sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
        .toArray(String[]::new);
  }
}
