package io.twinlane.catalog.load;

import io.twinlane.catalog.Computation;
import io.twinlane.catalog.Team;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads what the teams have submitted below sql/. */
final class ComputationsReader {
  private final ComputationReader reader;
  private final Problems problems;

  ComputationsReader(Vocabulary vocabulary, Problems problems) {
    this.reader = new ComputationReader(vocabulary, problems);
    this.problems = problems;
  }

  /** {@code broken} are teams whose own file is in the way. */
  List<Computation> read(Path folder, List<Team> teams, List<String> broken) {
    List<Computation> computations = new ArrayList<>();
    for (Path teamFolder : Folder.folders(folder, problems)) {
      String name = teamFolder.getFileName().toString();
      Team team = teams.stream().filter(known -> known.name().equals(name)).findFirst().orElse(null);
      if (team != null) {
        Folder.folders(teamFolder, problems).forEach(path -> computations.add(reader.read(path, team)));
      } else if (!broken.contains(name)) {
        problems.add(teamFolder, "there is no team " + name + ": add catalog/teams/" + name + ".yaml. Known: "
            + teams.stream().map(Team::name).toList());
      }
    }
    return List.copyOf(computations);
  }
}
