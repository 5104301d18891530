package io.twinlane.normalize.program;

import io.twinlane.catalog.ControlCharacters;
import io.twinlane.catalog.Identifier;
import io.twinlane.catalog.Instrument;
import io.twinlane.catalog.Instruments;
import io.twinlane.catalog.Source;
import io.twinlane.normalize.Reasons;
import io.twinlane.normalize.read.Cells;
import io.twinlane.normalize.read.ColumnCell;
import io.twinlane.normalize.read.Kind;
import io.twinlane.normalize.read.Layout;
import io.twinlane.normalize.read.Utf8;
import io.twinlane.normalize.value.Quote;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Finds a message's identifier and what it stands for: by the instrument table, or by the parts of the identifier itself. */
public final class IdentifierProgram {
  private static final Resolved UNFIT = new Resolved(null, null, null, false);
  private static final Resolved UNSPLIT = new Resolved(null, null, null, false);
  private static final int REMEMBERED = 20_000;
  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9]{2,12}");

  private final String source;
  private final Identifier rule;
  private final ColumnCell column;
  private final ColumnCell elseColumn;
  private final Map<String, Instrument> instruments;
  private final Map<String, Resolved> resolved = new HashMap<>();

  public IdentifierProgram(Source source, Layout layout, Instruments instruments) {
    this.source = source.name();
    this.rule = source.identifier();
    this.column = rule == null ? null : layout.column(rule.column());
    this.elseColumn = rule == null || rule.elseColumn() == null ? null : layout.column(rule.elseColumn());
    this.instruments = instruments.of(source.name());
  }

  /** The identifier's text; null when the record has none that can serve. */
  public String text(Cells cells) {
    String text = column == null ? null : text(column, cells);
    return text == null && elseColumn != null ? text(elseColumn, cells) : text;
  }

  private static String text(ColumnCell cell, Cells cells) {
    String text = cell.kind(cells).textual() ? cell.text(cells) : null;
    return text == null || text.isEmpty() || text.length() > Identifier.MAX_LENGTH || Utf8.hasHalfCharacter(text) ? null : text;
  }

  @SuppressWarnings("ReferenceEquality") // the two marks are told from an identifier of the same text
  boolean run(Current current) {
    Kind kind = column == null ? Kind.ABSENT : column.kind(current.cells);
    current.identifier = wrong(kind) ? null : text(current.cells);
    if (current.identifier == null) {
      return fail(current, kind);
    }
    current.resolved = resolve(current.identifier);
    if (current.resolved == UNSPLIT) {
      return failToSplit(current);
    }
    return current.resolved != UNFIT || current.fail(Reasons.CONTROL_CHARACTER, "Cannot use the identifier: " + Quote.text(current.identifier)
        + " becomes part of keys, and " + ControlCharacters.problem(current.identifier) + ". Allowed: characters that can be seen",
        column.name(), current.identifier);
  }

  private boolean failToSplit(Current current) {
    int found = current.identifier.split(Pattern.quote(rule.split()), -1).length;
    return current.fail(Reasons.UNKNOWN_IDENTIFIER, "Cannot take the identifier apart: " + Quote.text(current.identifier)
        + " has the wrong number of parts, " + found + ". Allowed: " + parts() + " with " + Quote.text(rule.split()) + " between them",
        column.name(), current.identifier);
  }

  private int parts() {
    return Math.max(rule.pricePart(), rule.sizePart());
  }

  private static boolean wrong(Kind kind) {
    return kind == Kind.BOOLEAN || kind == Kind.OBJECT || kind == Kind.ARRAY || kind.astray();
  }

  private boolean fail(Current current, Kind kind) {
    if (column == null) {
      return current.fail(Reasons.UNKNOWN_IDENTIFIER, "Cannot find the instrument: the mapping names no identifier", null, null);
    }
    if (wrong(kind)) {
      return current.fail(Reasons.WRONG_TYPE, "Cannot read the identifier from " + column.name() + ": " + kind.words()
          + " is not an identifier. Allowed: a text or a number", column.name(), column.text(current.cells));
    }
    String where = column.name() + (elseColumn == null ? "" : " or " + elseColumn.name());
    return current.fail(Reasons.UNKNOWN_IDENTIFIER, "Cannot find the instrument: the message has no identifier in " + where
        + ". Allowed: a text of 1 to " + Identifier.MAX_LENGTH + " characters", column.name(), column.text(current.cells));
  }

  private Resolved resolve(String id) {
    Resolved known = resolved.get(id);
    if (known == null) {
      if (resolved.size() >= REMEMBERED) {
        resolved.clear();
      }
      known = lookUp(id);
      resolved.put(id, known);
    }
    return known;
  }

  private Resolved lookUp(String id) {
    if (ControlCharacters.firstIn(id) >= 0) {
      return UNFIT;
    }
    Instrument instrument = instruments.get(id);
    if (instrument != null) {
      return new Resolved(instrument.symbol(), instrument.priceUnit(), instrument.sizeUnit(), true);
    }
    Resolved bySplit = rule.split() == null ? null : split(id);
    return bySplit != null ? bySplit : new Resolved(Quote.cut(source + ":" + id, 2 * Identifier.MAX_LENGTH), null, null, false);
  }

  private Resolved split(String id) {
    String[] parts = id.split(Pattern.quote(rule.split()), -1);
    if (parts.length != parts()) {
      return UNSPLIT;
    }
    String price = unit(parts, rule.pricePart());
    String size = unit(parts, rule.sizePart());
    return price == null || size == null ? null : new Resolved(id, price, size, true);
  }

  private static String unit(String[] parts, int part) {
    return part >= 1 && CODE.matcher(parts[part - 1]).matches() ? "1_" + parts[part - 1].toLowerCase(Locale.ROOT) : null;
  }
}
