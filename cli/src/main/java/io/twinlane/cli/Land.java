package io.twinlane.cli;

import io.twinlane.catalog.Amount;
import io.twinlane.catalog.Catalog;
import io.twinlane.catalog.CatalogLoader;
import io.twinlane.lake.Landed;
import io.twinlane.local.batch.BatchRun;
import io.twinlane.local.batch.Landing;
import io.twinlane.local.jobs.LocalConnections;
import io.twinlane.local.terminal.Printable;
import io.twinlane.local.terminal.Progress;
import io.twinlane.local.up.RunningPlatform;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Puts files of a slow source into the lake of the platform that runs, exactly as received. */
@Command(name = "land", description = "Put files of a source such as eia into the lake, exactly as received; run bronze and silver then.")
final class Land extends Verb {
  @Mixin
  private SettingOptions settings;

  @Parameters(index = "0", paramLabel = "SOURCE", description = "A source of files of the catalog, such as eia.")
  private String source;

  @Parameters(index = "1..*", arity = "1..*", paramLabel = "FILE",
      description = "Files as the publisher gave them. Content that was landed before is not landed again.")
  private List<Path> files;

  @Override
  public Integer call() {
    Catalog catalog = CatalogLoader.loadRunnable(session().root()).catalog();
    Landing landing = Landing.of(catalog, source, files);
    RunningPlatform platform = RunningPlatform.of(settings.resolve(session()), "land files of " + source);
    try (Progress progress = session().terminal().progress()) {
      tell(landing.run(LocalConnections.of(platform, catalog).lake(), BatchRun.locks(platform), progress));
    }
    return ExitCode.DONE;
  }

  private void tell(Map<Path, Landed> landed) {
    if (json()) {
      session().print(document(landed));
      return;
    }
    landed.forEach((file, there) -> session().say(Printable.line(there.before()
        ? "not landed again: " + file + " has the content of " + there.origin() + ", landed " + there.landed()
        : "landed " + file + " as " + there.origin())));
    long fresh = landed.values().stream().filter(there -> !there.before()).count();
    session().say(fresh == 0 ? "Nothing new, so nothing to run."
        : Amount.of(fresh, "file") + " landed. Next: ./twinlane run bronze --source " + source + ", then ./twinlane run silver --source " + source);
  }

  private Map<String, Object> document(Map<Path, Landed> landed) {
    List<Map<String, Object>> all = new ArrayList<>();
    landed.forEach((file, there) -> {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("file", file.toString());
      one.put("origin", there.origin());
      one.put("landed", there.landed().toString());
      one.put("before", there.before());
      all.add(one);
    });
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("ok", true);
    document.put("source", source);
    document.put("files", all);
    return document;
  }
}
