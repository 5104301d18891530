package io.twinlane.catalog.load;

import io.twinlane.catalog.Column;
import io.twinlane.catalog.Identifier;
import java.util.List;
import java.util.Map;

/** Reads where a source's identifier stands and how it becomes a symbol. */
final class IdentifierReader {
  private static final int MOST_PARTS = 9;

  private IdentifierReader() {}

  /** Null when the source has no identifier. */
  static Identifier read(YamlNode node, Vocabulary vocabulary, List<Column> columns) {
    if (!node.present()) {
      return null;
    }
    node.only("column", "else", "table", "split", "price-unit", "size-unit");
    SourceScope scope = new SourceScope(vocabulary, columns, null);
    boolean table = node.optional("table").choice("table", Map.of("instruments", true), false);
    YamlNode split = node.optional("split");
    if (table && split.present()) {
      split.problem("split does not go with table: the table gives the units");
    }
    String other = node.has("else") ? scope.column(node.optional("else")) : null;
    return new Identifier(scope.column(node.required("column")), other, table, split.present() ? split.sentence() : null,
        part(node, "price-unit"), part(node, "size-unit"));
  }

  private static int part(YamlNode node, String key) {
    if (!node.has("split")) {
      if (node.has(key)) {
        node.optional(key).problem(key + " is the place of a part: it needs split");
      }
      return 0;
    }
    return node.required(key).whole(1, MOST_PARTS);
  }
}
