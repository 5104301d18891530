package io.twinlane.catalog;

import java.io.Serializable;
import java.time.Duration;
import java.util.List;

/**
 * The maximal set of canonical fields for one kind of data. Field order is the order of columns and of a row's values.
 * A row whose designated timestamp is more than {@code futureTolerance} after its message came is unqualified. {@code releasedSchemas} are the
 * wire schemas that its rows in topics may have been written with.
 */
public record Category(
    String name, String description, String identifier, String timestamp, List<String> keys, Duration retention, List<Field> fields,
    List<CategoryView> views, Duration futureTolerance, List<String> releasedSchemas)
    implements Serializable {
  /** Name of the field that is true on the last row of a change which is only whole together, such as the levels of one message. */
  public static final String EVENT_END = "event_end";

  /** How far a designated time may lie ahead of its message where nothing else is said. */
  public static final Duration FUTURE_TOLERANCE = Duration.ofDays(1);

  /** A category of which nothing was released yet. */
  public Category(
      String name, String description, String identifier, String timestamp, List<String> keys, Duration retention, List<Field> fields,
      List<CategoryView> views, Duration futureTolerance) {
    this(name, description, identifier, timestamp, keys, retention, fields, views, futureTolerance, List.of());
  }

  /** A category without views. */
  public Category(
      String name, String description, String identifier, String timestamp, List<String> keys, Duration retention, List<Field> fields) {
    this(name, description, identifier, timestamp, keys, retention, fields, List.of(), FUTURE_TOLERANCE);
  }

  /** The same, whose rows may have been written with these wire schemas too. */
  public Category withReleased(List<String> schemas) {
    return new Category(name, description, identifier, timestamp, keys, retention, fields, views, futureTolerance, List.copyOf(schemas));
  }

  /** Position of a field in a row's arrays; -1 when the category does not have it. */
  public int indexOf(String field) {
    for (int i = 0; i < fields.size(); i++) {
      if (fields.get(i).name().equals(field)) {
        return i;
      }
    }
    return -1;
  }

  public Field field(String field) {
    int index = indexOf(field);
    if (index < 0) {
      throw new IllegalArgumentException("Cannot find field " + field + " in category " + name + ": it has "
          + fields.stream().map(Field::name).toList());
    }
    return fields.get(index);
  }

  public int identifierIndex() {
    return indexOf(identifier);
  }

  public int timestampIndex() {
    return indexOf(timestamp);
  }
}
