package io.twinlane.catalog;

import java.io.Serializable;
import java.util.List;

/**
 * A rule, written once, of which rows of a category count as something that analysts and teams ask for: a row counts when field
 * {@code news} is new with it, which its state says. Both stores that people query derive a view of that name from it.
 */
public record CategoryView(String name, String description, String news, List<String> states, List<Column> columns) implements Serializable {

  /** A column of the view under its own name: a field's value where it is new with the row, else nothing. */
  public record Column(String name, String field) implements Serializable {}
}
