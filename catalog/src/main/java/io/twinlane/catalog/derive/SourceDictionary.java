package io.twinlane.catalog.derive;

import static io.twinlane.catalog.derive.Markdown.code;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.Column;
import io.twinlane.catalog.Each;
import io.twinlane.catalog.Field;
import io.twinlane.catalog.FieldRule;
import io.twinlane.catalog.MessageRule;
import io.twinlane.catalog.NumberSigns;
import io.twinlane.catalog.Rule;
import io.twinlane.catalog.Source;
import io.twinlane.catalog.Unpivot;
import java.util.Map;
import java.util.stream.Collectors;

/** The source-to-category dictionary: which column of which source becomes which field, with its unit and state. */
final class SourceDictionary {
  private SourceDictionary() {}

  public static Map<String, String> files(Catalog catalog) {
    Markdown page = new Markdown().heading(1, "Sources and the fields that they feed");
    for (Source source : catalog.sources()) {
      page.heading(2, source.name()).paragraph(source.description()).paragraph(where(source));
      drops(page, source);
      source.messages().forEach(rule -> message(page, catalog, source, rule));
      columns(page, source);
    }
    return Map.of("sources.md", page.text());
  }

  private static String where(Source source) {
    String topics = source.live() ? "Raw topic " + code(source.rawTopic()) + ", raw " : "Raw ";
    return "Mapping version " + code(source.mappingVersion()) + ". " + topics + "files below " + code(source.lakeFolder())
        + ", bronze table " + code(source.bronzeTable()) + ".";
  }

  private static void drops(Markdown page, Source source) {
    if (source.drops().isEmpty()) {
      return;
    }
    page.paragraph("Dropped on purpose, each with a receipt:").table("messages with", "reason");
    for (Rule drop : source.drops()) {
      page.row(MappingWords.condition(drop.when()), code(drop.reason()));
    }
  }

  private static void message(Markdown page, Catalog catalog, Source source, MessageRule rule) {
    page.heading(3, source.name() + ": " + rule.name() + " to " + rule.category());
    page.paragraph("Messages with " + MappingWords.condition(rule.when()) + ". State: " + MappingWords.state(rule) + ".");
    for (Rule reject : rule.rejects()) {
      page.paragraph("Not with " + MappingWords.condition(reject.when()) + ": unqualified, " + code(reject.reason()) + ".");
    }
    if (!rule.numbers().equals(NumberSigns.PLAIN)) {
      page.paragraph("Numbers in texts: " + rule.numbers().allowed() + ".");
    }
    page.table("field", "comes from", "unit", "states of its own");
    rule.fields().forEach(fieldRule -> field(page, catalog, source, rule, fieldRule, ""));
    for (Each each : rule.each()) {
      each.fields().forEach(fieldRule -> field(page, catalog, source, rule, fieldRule, each.array()));
      each.whenEmpty().forEach(fieldRule -> whenEmpty(page, catalog, source, rule, fieldRule, each.array()));
    }
    if (rule.unpivot() != null) {
      unpivot(page, catalog, rule, rule.unpivot());
    }
  }

  private static void field(Markdown page, Catalog catalog, Source source, MessageRule rule, FieldRule fieldRule, String array) {
    Field field = catalog.category(rule.category()).field(fieldRule.field());
    page.row(code(field.name()), MappingWords.from(source, fieldRule, array), MappingWords.unit(field, fieldRule.unit()),
        MappingWords.ownStates(source, fieldRule));
  }

  private static void whenEmpty(Markdown page, Catalog catalog, Source source, MessageRule rule, FieldRule fieldRule, String array) {
    Field field = catalog.category(rule.category()).field(fieldRule.field());
    page.row(code(field.name()), MappingWords.from(source, fieldRule, "") + " where " + code(array) + " is an empty list",
        MappingWords.unit(field, fieldRule.unit()), MappingWords.ownStates(source, fieldRule));
  }

  private static void unpivot(Markdown page, Catalog catalog, MessageRule rule, Unpivot unpivot) {
    String columns = unpivot.columns().stream().map(Markdown::code).collect(Collectors.joining(", "));
    Field value = catalog.category(rule.category()).field(unpivot.valueField());
    page.row(code(unpivot.nameField()), "the name of each column that matches " + columns, "none", "");
    page.row(code(unpivot.valueField()), "the value of that column", MappingWords.unit(value, unpivot.unit()), "");
  }

  private static void columns(Markdown page, Source source) {
    page.heading(3, source.name() + ": columns").table("column", "in the record", "meaning", "feeds");
    for (Column column : source.columns()) {
      page.row(code(column.name()), code(String.join(".", column.path())), column.description(), ColumnUses.of(source, column));
    }
  }
}
