package io.twinlane.catalog;

import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * How one canonical field comes out of a record. {@code from} says where its text is taken; {@code columns} are tried in order until one is
 * there; {@code item} is the 1-based place in an element of the array that a message is taken apart by.
 */
public record FieldRule(
    String field, From from, String value, List<String> columns, int item, As as, boolean elseReceived, Map<String, String> translate,
    Map<String, String> prefixes, Map<String, String> suffixes, UnitRule unit)
    implements Serializable {

  /** Where the text is taken from. LAST_OF_MESSAGE is no text: true on the last row that a message gives, false on those before. */
  public enum From { VALUE, COLUMN, ITEM, IDENTIFIER, RECEIVED, LAST_OF_MESSAGE }

  /** How a text is read; PLAIN means as the field's dtype says. */
  public enum As { PLAIN, ISO_TIME, EPOCH_MILLIS, DATE }
}
