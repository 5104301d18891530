package io.twinlane.local.batch;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.Category;
import io.twinlane.catalog.Nearest;
import io.twinlane.catalog.Source;
import io.twinlane.jobs.bronze.BronzeJob;
import io.twinlane.jobs.silver.SilverJob;
import io.twinlane.local.up.PlatformRefusal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The jobs that a person asked for: bronze of some sources, or silver of some categories; the other list is empty. */
public record Selection(List<Source> bronze, List<Category> silver) {
  private static final String BRONZE = "bronze";
  private static final String SILVER = "silver";

  /**
   * Understands what was asked, or refuses it with what there is.
   *
   * @param job {@code bronze}, {@code silver}, or one job's name: {@code bronze-eia}
   * @param source bronze of this source alone, silver of the categories that it feeds; null: of all
   * @param category silver of this category alone; null: of all
   */
  public static Selection of(Catalog catalog, String job, String source, String category) {
    List<Category> fed = catalog.categories().stream().filter(one -> !catalog.sourcesOf(one).isEmpty()).toList();
    if (source != null && category != null) {
      throw new PlatformRefusal("Cannot run " + job + ": give --source or --category, not both.");
    }
    if (job.equals(BRONZE)) {
      return bronze(catalog, source, category);
    }
    if (job.equals(SILVER)) {
      return new Selection(List.of(), category != null ? List.of(category(fed, category))
          : source != null ? ofSource(fed, source(catalog, source)) : fed);
    }
    return one(catalog, fed, job, source != null || category != null);
  }

  private static Selection bronze(Catalog catalog, String source, String category) {
    if (category != null) {
      throw new PlatformRefusal("Cannot run bronze of a category: it works by source. Allowed: --source S");
    }
    return new Selection(source == null ? catalog.sources() : List.of(source(catalog, source)), List.of());
  }

  private static Selection one(Catalog catalog, List<Category> fed, String job, boolean narrowed) {
    Selection selection = new Selection(catalog.sources().stream().filter(source -> BronzeJob.name(source).equals(job)).toList(),
        fed.stream().filter(category -> SilverJob.name(category).equals(job)).toList());
    if (selection.jobs().isEmpty()) {
      List<String> known = new ArrayList<>(List.of(BRONZE, SILVER));
      known.addAll(new Selection(catalog.sources(), fed).jobs());
      throw new PlatformRefusal("Cannot run " + job + ": " + Nearest.unknown("job", job, known));
    }
    if (narrowed) {
      throw new PlatformRefusal("Cannot run " + job + ": it is one job already, without --source and --category.");
    }
    return selection;
  }

  private static List<Category> ofSource(List<Category> fed, Source source) {
    return fed.stream().filter(category -> source.categories().contains(category.name())).toList();
  }

  private static Source source(Catalog catalog, String name) {
    return catalog.sources().stream().filter(source -> source.name().equals(name)).findFirst().orElseThrow(() -> new PlatformRefusal(
        "Cannot run it for " + name + ": " + Nearest.unknown("source", name, catalog.sources().stream().map(Source::name).toList())));
  }

  private static Category category(List<Category> fed, String name) {
    return fed.stream().filter(category -> category.name().equals(name)).findFirst().orElseThrow(() -> new PlatformRefusal(
        "Cannot run silver-" + name + ": " + Nearest.unknown("category with a source", name, fed.stream().map(Category::name).toList())));
  }

  /** The names of the jobs, as the dashboard shows them. */
  public List<String> jobs() {
    return Stream.concat(bronze.stream().map(BronzeJob::name), silver.stream().map(SilverJob::name)).toList();
  }
}
