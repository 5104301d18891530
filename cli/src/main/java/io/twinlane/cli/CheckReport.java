package io.twinlane.cli;

import io.twinlane.catalog.Amount;
import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.Listing;
import io.twinlane.catalog.Problem;
import io.twinlane.cli.check.Findings;
import io.twinlane.cli.check.Inspection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Says what a check found: to a person as it comes, to a machine at the end. */
final class CheckReport {
  private final Session session;
  private final boolean json;
  private final List<Problem> problems = new ArrayList<>();
  private final List<Problem> warnings = new ArrayList<>();
  private final List<String> leftOut = new ArrayList<>();

  CheckReport(Session session, boolean json) {
    this.session = session;
    this.json = json;
  }

  boolean ok() {
    return problems.isEmpty();
  }

  void tell(Findings findings) {
    problems.addAll(findings.problems());
    warnings.addAll(findings.warnings());
    leftOut.addAll(findings.leftOut());
    if (!json) {
      Listing.of(findings.problems()).forEach(session::say);
      Listing.of(findings.warnings().stream().map(CheckReport::warning).toList()).forEach(session::say);
    }
  }

  /** Of a repository without a catalog. */
  void end() {
    end(Map.of(), "");
  }

  void end(Inspection inspection, Catalog catalog) {
    int run = inspection.scenarios().run();
    int read = inspection.scenarios().read();
    String work = ". " + Amount.of(run, "scenario") + " of mappings run, " + Amount.of(inspection.queries(), "query") + " planned"
        + (read == 0 ? "" : "; " + Amount.of(read, "scenario") + " of computations need engines: ./twinlane test");
    end(counts(catalog), work);
  }

  private void end(Map<String, Integer> counts, String work) {
    if (json) {
      Map<String, Object> all = new LinkedHashMap<>();
      all.put("ok", ok());
      Map<String, Integer> named = new LinkedHashMap<>();
      counts.forEach((one, count) -> named.put(Amount.several(one), count));
      all.put("counts", ok() ? named : Map.of());
      all.put("problems", problems);
      all.put("warnings", warnings);
      all.put("left_out", leftOut);
      session.print(all);
      return;
    }
    if (!leftOut.isEmpty()) {
      session.say("Not looked at because of the above: " + String.join(", ", leftOut) + ".");
    }
    String alsoWarned = warnings.isEmpty() ? "" : Amount.of(warnings.size(), "warning");
    session.say(ok() ? "In order: " + counts.entrySet().stream().map(count -> Amount.of(count.getValue(), count.getKey()))
        .collect(Collectors.joining(", ")) + work + "." + (alsoWarned.isEmpty() ? "" : " " + alsoWarned + ".")
        : Amount.of(problems.size(), "problem") + (alsoWarned.isEmpty() ? "" : ", " + alsoWarned) + ".");
  }

  private static String warning(Problem problem) {
    return new Problem(problem.file(), problem.line(), "warning: " + problem.text()).toString();
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
}
