package io.twinlane.catalog.load;

import io.twinlane.catalog.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whom a problem of the catalog concerns: everybody, or what one team has submitted. */
public final class Concern {
  private static final Pattern SUBMITTED = Pattern.compile("sql/([^/]+(?:/[^/]+)?)(?:/.*)?");
  private static final Pattern TEAM = Pattern.compile("catalog/teams/([^/]+?)(?:[.]ya?ml)?(?:/.*)?");

  private Concern() {}

  /**
   * The computations, {@code quant/vwap_5m}, that cannot run because of it, all of a team's where it is the team's own file, or the team
   * where none can be named; empty when it concerns everybody.
   */
  public static List<String> of(Path root, Problem problem) {
    Matcher submitted = SUBMITTED.matcher(problem.file());
    if (submitted.matches()) {
      return List.of(submitted.group(1));
    }
    Matcher team = TEAM.matcher(problem.file());
    return team.matches() ? ofTeam(root, team.group(1)) : List.of();
  }

  private static List<String> ofTeam(Path root, String team) {
    List<String> computations = Folder.folders(root.resolve("sql").resolve(team), new Problems(root)).stream()
        .map(folder -> team + "/" + folder.getFileName()).toList();
    return computations.isEmpty() ? List.of(team) : computations;
  }
}
