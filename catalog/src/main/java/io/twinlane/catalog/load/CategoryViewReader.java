package io.twinlane.catalog.load;

import io.twinlane.catalog.Category;
import io.twinlane.catalog.CategoryView;
import io.twinlane.catalog.Field;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the views of one category: which rows count as something, and under which names their fields are shown. */
final class CategoryViewReader {
  private final Vocabulary vocabulary;

  CategoryViewReader(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** {@code always} are the columns that a view shows without being told: the identifier and the timestamp. */
  List<CategoryView> read(YamlNode node, List<Field> fields, List<String> always) {
    return node.items().stream().map(item -> view(item, fields, always)).toList();
  }

  /** Categories and views share the names of tables: tells a view that is called as another one or as a category. */
  static void checkNames(Map<YamlNode, Category> categories) {
    Map<String, String> taken = new HashMap<>();
    categories.values().forEach(category -> taken.put(category.name(), "a category"));
    categories.forEach((root, category) -> root.optional("views").items().forEach(item -> {
      YamlNode name = item.optional("view");
      String other = taken.put(name.text(), "a view of " + category.name());
      if (other != null) {
        name.problem("view " + name.text() + " is the name of " + other + " already: choose another");
      }
    }));
  }

  private CategoryView view(YamlNode node, List<Field> fields, List<String> always) {
    node.only("view", "description", "new", "states", "columns");
    YamlNode nameNode = node.required("view");
    String name = nameNode.snakeName();
    Names.takenForTable(name).ifPresent(why -> nameNode.problem("view " + name + " " + why + ": choose another"));
    YamlNode news = node.required("new");
    Names.field(news, fields);
    YamlNode states = node.required("states");
    if (states.isList() && states.items().isEmpty()) {
      states.problem("states has no entry");
    }
    return new CategoryView(name, node.required("description").sentence(), news.text(),
        states.items().stream().map(vocabulary::state).distinct().toList(), columns(node.required("columns"), fields, always));
  }

  private static List<CategoryView.Column> columns(YamlNode node, List<Field> fields, List<String> always) {
    List<CategoryView.Column> columns = new ArrayList<>();
    node.entries().forEach((name, field) -> {
      if (!Names.isSnake(name)) {
        field.problem("column " + name + " must be lower snake case, such as price");
      } else if (always.contains(name)) {
        field.problem("column " + name + " is in every view anyway: choose another");
      }
      Names.takenForField(name).ifPresent(why -> field.problem("column " + name + " " + why + ": choose another"));
      if (Names.field(field, fields) != null) {
        columns.add(new CategoryView.Column(name, field.text()));
      }
    });
    return List.copyOf(columns);
  }
}
