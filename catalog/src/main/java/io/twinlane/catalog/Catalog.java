package io.twinlane.catalog;

import java.util.List;

/** Everything that is declared, loaded and free of problems. */
public record Catalog(
    Platform platform, States states, List<Unit> units, List<Category> categories, List<Source> sources, List<Team> teams,
    List<Computation> computations, Instruments instruments, List<Reason> reasons, ReleasedReceipts receipts) {

  /** One of which no receipt was released yet. */
  public Catalog(
      Platform platform, States states, List<Unit> units, List<Category> categories, List<Source> sources, List<Team> teams,
      List<Computation> computations, Instruments instruments, List<Reason> reasons) {
    this(platform, states, units, categories, sources, teams, computations, instruments, reasons, ReleasedReceipts.NONE);
  }


  public Category category(String name) {
    return categories.stream().filter(c -> c.name().equals(name)).findFirst().orElseThrow(() -> new IllegalArgumentException(
        "Cannot find category " + name + ": the catalog has " + categories.stream().map(Category::name).toList()));
  }

  public Source source(String name) {
    return sources.stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow(() -> new IllegalArgumentException(
        "Cannot find source " + name + ": the catalog has " + sources.stream().map(Source::name).toList()));
  }

  /** The sources of a lane, in name order. */
  public List<Source> sources(Source.Lane lane) {
    return sources.stream().filter(s -> s.lane() == lane).toList();
  }

  /** The sources whose messages give rows of a category, in name order. */
  public List<Source> sourcesOf(Category category) {
    return sources.stream().filter(s -> s.categories().contains(category.name())).toList();
  }

  /** The same catalog with these computations alone. */
  public Catalog with(List<Computation> others) {
    return new Catalog(platform, states, units, categories, sources, teams, others, instruments, reasons, receipts);
  }

  /** The same catalog with another instrument table. */
  public Catalog with(Instruments other) {
    return new Catalog(platform, states, units, categories, sources, teams, computations, other, reasons, receipts);
  }
}
