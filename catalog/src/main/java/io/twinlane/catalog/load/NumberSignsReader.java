package io.twinlane.catalog.load;

import io.twinlane.catalog.NumberSigns;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads which signs a message writes its numbers with. */
final class NumberSignsReader {
  private static final Map<String, Character> DECIMAL = Map.of(".", '.', ",", ',');
  private static final Map<String, Character> THOUSANDS = new LinkedHashMap<>();

  static {
    // the point, the comma, the apostrophes of Switzerland, the blank and the three blanks that do not break
    for (char sign : new char[] {'.', ',', '\'', '\u2019', ' ', '\u00a0', '\u2009', '\u202f'}) {
      THOUSANDS.put(String.valueOf(sign), sign);
    }
  }

  private NumberSignsReader() {}

  static NumberSigns read(YamlNode node) {
    if (!node.present()) {
      return NumberSigns.PLAIN;
    }
    node.only("decimal", "thousands");
    char decimal = node.optional("decimal").choice("decimal sign", DECIMAL, '.');
    char thousands = node.optional("thousands").choice("thousands sign", THOUSANDS, NumberSigns.NONE);
    if (decimal == thousands) {
      node.problem("numbers has " + decimal + " for decimals and for thousands: they must differ");
    }
    return new NumberSigns(decimal, thousands);
  }
}
