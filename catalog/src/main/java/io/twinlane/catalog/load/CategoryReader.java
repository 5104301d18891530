package io.twinlane.catalog.load;

import io.twinlane.catalog.Category;
import io.twinlane.catalog.CategoryView;
import io.twinlane.catalog.Dtype;
import io.twinlane.catalog.Field;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Reads one file of catalog/categories. */
final class CategoryReader {
  private static final Duration A_WEEK = Duration.ofDays(7);
  private final FieldReader fieldReader;
  private final CategoryViewReader viewReader;
  private final Duration futureTolerance;

  CategoryReader(Vocabulary vocabulary, Duration futureTolerance) {
    this.futureTolerance = futureTolerance;
    this.fieldReader = new FieldReader(vocabulary);
    this.viewReader = new CategoryViewReader(vocabulary);
  }

  Category read(YamlNode root) {
    root.only("category", "description", "identifier", "timestamp", "keys", "retention", "future-tolerance", "fields", "views");
    List<Field> fields = fields(root.required("fields"));
    YamlNode identifier = root.required("identifier");
    YamlNode timestamp = root.required("timestamp");
    checkDesignated(identifier, fields, Dtype.STRING);
    checkDesignated(timestamp, fields, Dtype.TIMESTAMP);
    List<String> keys = keys(root.required("keys"), fields, identifier.text());
    List<CategoryView> views = viewReader.read(root.optional("views"), fields, List.of(identifier.text(), timestamp.text()));
    return new Category(name(root.required("category")), root.required("description").sentence(), identifier.text(),
        timestamp.text(), keys, root.required("retention").duration(A_WEEK), fields, views,
        PlatformReader.futureTolerance(root.optional("future-tolerance"), futureTolerance));
  }

  private static String name(YamlNode node) {
    String name = node.snakeName();
    Names.takenForTable(name).ifPresent(why -> node.problem("category " + name + " " + why + ": choose another"));
    return name;
  }

  private List<Field> fields(YamlNode node) {
    List<Field> fields = new ArrayList<>();
    for (YamlNode item : node.items()) {
      Field field = fieldReader.read(item);
      if (fields.stream().anyMatch(other -> other.name().equals(field.name()))) {
        item.problem("field " + field.name() + " stands here twice");
      } else if (!field.name().isEmpty()) {
        fields.add(field);
      }
    }
    if (node.isList() && node.items().isEmpty()) {
      node.problem("fields has no entry");
    }
    fields.stream().filter(field -> field.exemption() != null).forEach(field -> checkExemption(field, fields, node));
    return List.copyOf(fields);
  }

  private static void checkExemption(Field field, List<Field> fields, YamlNode node) {
    String named = field.exemption().field();
    if (fields.stream().noneMatch(other -> other.name().equals(named) && other.required() && Dtype.STRING.equals(other.dtype()))) {
      node.problem("field " + field.name() + " is required-unless " + named + " says so: " + named + " must be a required string here");
    }
  }

  private static void checkDesignated(YamlNode node, List<Field> fields, Dtype dtype) {
    Field field = Names.field(node, fields);
    if (field != null && field.dtype() != null && !field.dtype().equals(dtype)) {
      node.problem(node.text() + " must be a " + dtype.text() + ", not " + field.dtype().text());
    }
    if (field != null && !field.required()) {
      node.problem(node.text() + " must be required: true, every row has one");
    }
  }

  private static List<String> keys(YamlNode node, List<Field> fields, String identifier) {
    List<String> keys = new ArrayList<>();
    for (YamlNode item : node.items()) {
      Field field = Names.field(item, fields);
      if (field != null && !field.needed()) {
        item.problem("key " + field.name() + " must be required (or required-unless), a snapshot has no entry without it");
      }
      if (keys.contains(item.text())) {
        item.problem("key " + item.text() + " stands here twice");
      }
      keys.add(item.text());
    }
    if (node.isList() && !identifier.isEmpty() && !keys.contains(identifier)) {
      node.problem("keys must hold the identifier " + identifier);
    }
    return List.copyOf(keys);
  }
}
