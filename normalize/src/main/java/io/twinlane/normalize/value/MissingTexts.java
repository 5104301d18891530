package io.twinlane.normalize.value;

import io.twinlane.catalog.NumberSigns;
import io.twinlane.normalize.read.Kind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

/**
 * What a mapping declares to stand for a missing value. A text is compared letter by letter; a JSON number by its value, for how it is
 * written says nothing there: {@code 0.0} is 0, 0.00 and -0.0, too. For one thread.
 */
public final class MissingTexts {
  private final String[] texts;
  private final BigDecimal[] numbers;
  private final NumberText scanner = new NumberText();

  public MissingTexts(List<String> declared) {
    texts = declared.toArray(String[]::new);
    numbers = declared.stream().map(this::number).filter(Objects::nonNull).toArray(BigDecimal[]::new);
  }

  /** Whether a value that can be read as text stands for none. */
  public boolean hold(Kind kind, String text) {
    for (String none : texts) {
      if (none.equals(text)) {
        return true;
      }
    }
    return numbers.length > 0 && kind == Kind.NUMBER && holdNumber(text);
  }

  private boolean holdNumber(String text) {
    BigDecimal value = number(text);
    if (value != null) {
      for (BigDecimal none : numbers) {
        if (none.compareTo(value) == 0) {
          return true;
        }
      }
    }
    return false;
  }

  /** Null when it is no number, or has more digits than any dtype. */
  private BigDecimal number(String text) {
    return scanner.scan(text, 0, text.length(), NumberSigns.PLAIN) ? scanner.exact() : null;
  }
}
