package io.twinlane.cli;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.CatalogLoader;
import io.twinlane.catalog.Listing;
import io.twinlane.catalog.load.Problems;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes the text that is derived from the catalog and the settings, or tells what of it is stale. */
@Command(name = "render", description = "Write what is derived (catalog/derived, pages of docs); record what is new in catalog/released.")
final class Render extends Verb {
  @Option(names = "--check", description = "Write nothing; list what is stale, exit code 1 when anything is.")
  private boolean check;

  @Override
  public Integer call() {
    Path root = session().root();
    Catalog catalog = CatalogLoader.load(root);
    List<String> stale = check ? stale(root, catalog) : DerivedText.write(root, catalog);
    tell(stale);
    return check && !stale.isEmpty() ? ExitCode.NO : ExitCode.DONE;
  }

  private static List<String> stale(Path root, Catalog catalog) {
    Problems problems = new Problems(root);
    List<String> stale = DerivedText.stale(root, catalog, problems);
    problems.refuseIfAny("what is released");
    return stale;
  }

  private void tell(List<String> stale) {
    if (json()) {
      Map<String, Object> document = new LinkedHashMap<>();
      document.put("ok", !check || stale.isEmpty());
      document.put(check ? "stale" : "written", stale);
      session().print(document);
    } else if (stale.isEmpty()) {
      session().say("Everything derived is fresh.");
    } else {
      Listing.of(stale).forEach(file -> session().say((check ? "" : "wrote: ") + file));
      session().say(check ? stale.size() + " stale. Write them with ./twinlane render." : stale.size() + " written.");
    }
  }
}
