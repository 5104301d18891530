package io.twinlane.cli;

import io.twinlane.catalog.Amount;
import io.twinlane.catalog.CatalogLoader;
import io.twinlane.catalog.Listing;
import io.twinlane.catalog.Problem;
import io.twinlane.catalog.RunnableCatalog;
import io.twinlane.catalog.derive.DerivedFiles;
import io.twinlane.catalog.load.Problems;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Writes the text that is derived from the catalog and the settings, or tells what of it is stale. What is wrong with one team's computations
 * is told, and leaves alone what is derived from them.
 */
@Command(name = "render", description = "Write what is derived (catalog/derived, pages of docs); record what is new in catalog/released.")
final class Render extends Verb {
  @Option(names = "--check", description = "Write nothing; list what is stale, exit code 1 when anything is.")
  private boolean check;

  @Override
  public Integer call() {
    Path root = session().root();
    RunnableCatalog catalog = CatalogLoader.loadRunnable(root);
    List<String> stale = check ? stale(root, catalog) : DerivedText.write(root, catalog);
    tell(stale, catalog);
    return catalog.problems().isEmpty() && !(check && !stale.isEmpty()) ? ExitCode.DONE : ExitCode.NO;
  }

  private static List<String> stale(Path root, RunnableCatalog catalog) {
    Problems problems = new Problems(root);
    List<String> stale = DerivedText.stale(root, catalog, problems);
    problems.refuseIfAny("what is released");
    return stale;
  }

  private void tell(List<String> stale, RunnableCatalog catalog) {
    List<Problem> problems = catalog.problems();
    if (json()) {
      Map<String, Object> document = new LinkedHashMap<>();
      document.put("ok", problems.isEmpty() && (!check || stale.isEmpty()));
      document.put(check ? "stale" : "written", stale);
      document.put("problems", problems);
      session().print(document);
      return;
    }
    Listing.of(stale).forEach(file -> session().say((check ? "" : "wrote: ") + file));
    if (!problems.isEmpty()) {
      Listing.of(problems).forEach(session()::say);
      session().say(Amount.of(problems.size(), "problem") + ". Left as it is because of that: "
          + String.join(", ", DerivedFiles.leftAlone(catalog)) + " in catalog/derived.");
    }
    session().say(stale.isEmpty() ? "Everything " + (problems.isEmpty() ? "" : "else that is ") + "derived is fresh."
        : stale.size() + (check ? " stale. Write them with ./twinlane render." : " written."));
  }
}
