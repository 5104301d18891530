package io.twinlane.cli;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.CatalogLoader;
import io.twinlane.catalog.CatalogProblems;
import io.twinlane.catalog.Listing;
import io.twinlane.catalog.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;

/** Loads the catalog and tells everything that is wrong with it. */
@Command(name = "check", description = "Check the catalog: every problem with its file and line.")
final class Check extends Verb {
  @Override
  public Integer call() {
    try {
      Catalog catalog = CatalogLoader.load(session().root());
      tell(List.of(), counts(catalog));
      return ExitCode.DONE;
    } catch (CatalogProblems e) {
      tell(e.problems(), Map.of());
      return ExitCode.NO;
    }
  }

  private static Map<String, Integer> counts(Catalog catalog) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    counts.put("categories", catalog.categories().size());
    counts.put("fields", catalog.categories().stream().mapToInt(category -> category.fields().size()).sum());
    counts.put("sources", catalog.sources().size());
    counts.put("instruments", catalog.instruments().list().size());
    counts.put("units", catalog.units().size());
    counts.put("teams", catalog.teams().size());
    counts.put("computations", catalog.computations().size());
    return counts;
  }

  private void tell(List<Problem> problems, Map<String, Integer> counts) {
    if (json()) {
      Map<String, Object> all = new LinkedHashMap<>();
      all.put("ok", problems.isEmpty());
      all.put("counts", counts);
      all.put("problems", problems);
      session().print(all);
    } else if (problems.isEmpty()) {
      session().say("The catalog is in order: " + counts.entrySet().stream().map(count -> count.getValue() + " " + count.getKey())
          .collect(java.util.stream.Collectors.joining(", ")) + ".");
    } else {
      Listing.of(problems).forEach(session()::say);
      session().say(String.format(Locale.ROOT, "%,d problem%s.", problems.size(), problems.size() == 1 ? "" : "s"));
    }
  }
}
