package io.twinlane.cli;

import io.twinlane.catalog.Amount;
import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.CatalogLoader;
import io.twinlane.catalog.CatalogProblems;
import io.twinlane.catalog.Listing;
import io.twinlane.catalog.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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

  /** How many there are of each, by the word for one of them. */
  private static Map<String, Integer> counts(Catalog catalog) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    counts.put("category", catalog.categories().size());
    counts.put("field", catalog.categories().stream().mapToInt(category -> category.fields().size()).sum());
    counts.put("source", catalog.sources().size());
    counts.put("instrument", catalog.instruments().list().size());
    counts.put("unit", catalog.units().size());
    counts.put("team", catalog.teams().size());
    counts.put("computation", catalog.computations().size());
    return counts;
  }

  private void tell(List<Problem> problems, Map<String, Integer> counts) {
    if (json()) {
      Map<String, Object> all = new LinkedHashMap<>();
      all.put("ok", problems.isEmpty());
      Map<String, Integer> named = new LinkedHashMap<>();
      counts.forEach((one, count) -> named.put(Amount.several(one), count));
      all.put("counts", named);
      all.put("problems", problems);
      session().print(all);
    } else if (problems.isEmpty()) {
      session().say("The catalog is in order: " + counts.entrySet().stream()
          .map(count -> Amount.of(count.getValue(), count.getKey())).collect(Collectors.joining(", ")) + ".");
    } else {
      Listing.of(problems).forEach(session()::say);
      session().say(Amount.of(problems.size(), "problem") + ".");
    }
  }
}
