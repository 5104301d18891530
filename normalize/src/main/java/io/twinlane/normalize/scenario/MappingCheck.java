package io.twinlane.normalize.scenario;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.twinlane.catalog.load.Problems;
import io.twinlane.normalize.NormalizeSpec;
import io.twinlane.normalize.RawMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Runs scenarios of a mapping and tells where what came is not what their files say. Takes milliseconds and no engine. */
public final class MappingCheck {
  private final NormalizeSpec spec;
  private final Problems problems;

  public MappingCheck(NormalizeSpec spec, Problems problems) {
    this.spec = spec;
    this.problems = problems;
  }

  /** The message rules that the scenario's messages took. Whatever differs has been told then. */
  public Set<String> run(MappingScenario scenario) {
    scenario.checkNames(problems);
    SourceRun run = new SourceRun(spec);
    for (RawMessage message : scenario.messages(problems)) {
      run.send(message);
    }
    OutcomeLines.of(spec, run).forEach((file, lines) -> new Comparison(spec, scenario.folder().resolve(file), problems).check(lines));
    return run.rules();
  }

  /** Writes what comes of a scenario as files that would hold, for a person to compare or to take. */
  public void write(MappingScenario scenario, Path folder) {
    SourceRun run = new SourceRun(spec);
    scenario.messages(problems).forEach(run::send);
    for (Map.Entry<String, List<ObjectNode>> file : OutcomeLines.of(spec, run).entrySet()) {
      try {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(file.getKey()), file.getValue().stream().map(line -> line + "\n").collect(Collectors.joining()));
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot write what came of scenario " + scenario + ": " + e.getMessage(), e);
      }
    }
  }
}
