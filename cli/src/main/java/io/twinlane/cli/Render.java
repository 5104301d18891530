package io.twinlane.cli;

import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.CatalogLoader;
import io.twinlane.catalog.Listing;
import io.twinlane.catalog.derive.DerivedFiles;
import io.twinlane.local.settings.ConfigurationPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes the text that is derived from the catalog and the settings, or tells what of it is stale. */
@Command(name = "render", description = "Write what is derived: catalog/derived, docs/configuration.md, docs/help.txt.")
final class Render extends Verb {
  @Option(names = "--check", description = "Write nothing; list what is stale, exit code 1 when anything is.")
  private boolean check;

  @Override
  public Integer call() throws IOException {
    Path root = session().root();
    Catalog catalog = CatalogLoader.load(root);
    List<String> stale = new ArrayList<>();
    (check ? DerivedFiles.stale(root, catalog) : DerivedFiles.write(root, catalog)).forEach(file -> stale.add(file.toString()));
    page(ConfigurationPage.PATH, ConfigurationPage.text(), stale);
    page(HelpPage.PATH, HelpPage.text(root), stale);
    tell(stale);
    return check && !stale.isEmpty() ? ExitCode.NO : ExitCode.DONE;
  }

  /** A page that the code derives from what it knows of itself. */
  private void page(String path, String text, List<String> stale) throws IOException {
    Path page = session().root().resolve(path);
    boolean there = Files.exists(page);
    if (there && Files.readString(page).equals(text)) {
      return;
    }
    stale.add(path + (there ? " differs from what the code says" : " is missing"));
    if (!check) {
      Files.createDirectories(page.getParent());
      Files.writeString(page, text);
    }
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
