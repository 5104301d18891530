package io.twinlane.cli;

import io.twinlane.catalog.Amount;
import io.twinlane.catalog.CatalogLoader;
import io.twinlane.catalog.CatalogProblems;
import io.twinlane.catalog.CatalogReading;
import io.twinlane.catalog.load.Problems;
import io.twinlane.cli.check.Findings;
import io.twinlane.cli.check.Inspection;
import io.twinlane.cli.check.Scope;
import io.twinlane.local.terminal.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Tells everything that is wrong before anything runs: first what is known in a moment, then what the planner says of the queries. */
@Command(name = "check", description = "Check what needs no engine (catalog, scenarios, queries): every problem with its file and line.")
final class Check extends Verb {
  @Parameters(arity = "0..*", paramLabel = "PATH", description = "Only what lies below it, such as sql/research; none: everything.")
  private List<Path> paths = new ArrayList<>();

  @Override
  public Integer call() throws InterruptedException {
    Path root = session().root();
    Scope scope = Scope.of(root, paths);
    CheckReport report = new CheckReport(session(), json());
    try {
      CatalogReading reading = CatalogLoader.read(root);
      Inspection inspection =
          new Inspection(root, reading, scope, catalog -> DerivedText.stale(root, catalog, new Problems(root)));
      report.tell(inspection.withoutPlanner());
      report.tell(planned(inspection));
      report.end(inspection, reading.catalog());
    } catch (CatalogProblems e) { // there is no catalog at all
      report.tell(new Findings(e.problems(), List.of(), List.of()));
      report.end();
    }
    return report.ok() ? ExitCode.DONE : ExitCode.NO;
  }

  private Findings planned(Inspection inspection) throws InterruptedException {
    String doing = "planning " + Amount.of(inspection.queries(), "query");
    try (Progress progress = session().terminal().progress(); Progress.Step step = progress.begin(doing)) {
      return inspection.ofPlanner();
    }
  }
}
