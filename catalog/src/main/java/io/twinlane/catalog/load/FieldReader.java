package io.twinlane.catalog.load;

import io.twinlane.catalog.Dtype;
import io.twinlane.catalog.Exemption;
import io.twinlane.catalog.Field;
import java.math.BigDecimal;
import java.util.Map;

/** Reads one field of a category. */
final class FieldReader {
  private final Vocabulary vocabulary;

  FieldReader(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  Field read(YamlNode node) {
    node.only("name", "dtype", "unit", "required", "required-unless", "minimum", "description");
    YamlNode nameNode = node.required("name");
    String name = nameNode.snakeName();
    Names.takenForField(name).ifPresent(why -> nameNode.problem("field name " + name + " " + why + ": choose another"));
    Dtype dtype = dtype(node.required("dtype"));
    return new Field(name, dtype, unit(node.required("unit"), dtype), node.has("required") && node.optional("required").flag(true),
        exemption(node), minimum(node.optional("minimum"), dtype), node.required("description").sentence());
  }

  /** Null when any number goes. */
  private static BigDecimal minimum(YamlNode node, Dtype dtype) {
    String text = node.text();
    if (text.isEmpty()) {
      return null;
    }
    if (!text.matches("-?[0-9]{1,38}(\\.[0-9]{1,38})?")) {
      node.problem("minimum " + text + " is no number, such as 0");
      return null;
    }
    if (dtype != null && dtype.kind() != Dtype.Kind.DECIMAL && dtype.kind() != Dtype.Kind.INT64) {
      node.problem("minimum is for decimal and int64 fields, not for " + dtype.text());
      return null;
    }
    return new BigDecimal(text);
  }

  private static Exemption exemption(YamlNode node) {
    YamlNode unless = node.optional("required-unless");
    Map<String, String> entries = unless.textEntries();
    if (!unless.present()) {
      return null;
    }
    if (entries.size() != 1 || node.has("required")) {
      unless.problem("required-unless names one field and its value, such as {action: clear}, and stands instead of required");
    }
    return entries.entrySet().stream().findFirst().map(entry -> new Exemption(entry.getKey(), entry.getValue())).orElse(null);
  }

  private static Dtype dtype(YamlNode node) {
    String text = node.text();
    if (text.isEmpty()) {
      return null;
    }
    return Dtype.parse(text).orElseGet(() -> {
      node.problem("unknown dtype " + text + ". Known: " + Dtype.ALLOWED);
      return null;
    });
  }

  private String unit(YamlNode node, Dtype dtype) {
    String text = node.text();
    if (text.isEmpty() || text.equals(Field.NO_UNIT)) {
      return Field.NO_UNIT;
    }
    boolean number = dtype == null || dtype.kind() == Dtype.Kind.DECIMAL || dtype.kind() == Dtype.Kind.INT64;
    if (text.equals(Field.UNIT_VARIES)) {
      if (!number) {
        node.problem("unit varies is for decimal and int64 fields, not for " + dtype.text());
        return Field.NO_UNIT;
      }
      return text;
    }
    return UnitText.problem(text, null).isPresent() ? unclear(node, text) : vocabulary.unit(node);
  }

  private static String unclear(YamlNode node, String text) {
    node.problem(text + " is no unit: none, varies, or an amount and a name such as 1_usd");
    return Field.NO_UNIT;
  }
}
