package io.twinlane.cli;

import io.twinlane.local.terminal.Colours;
import java.util.List;
import picocli.CommandLine;

/** The help without a verb: the verbs in the order in which a person meets them. */
final class Overview {
  private record Group(String title, List<String> verbs) {}

  private static final List<Group> GROUPS = List.of(
      new Group("Start here", List.of("demo", "test")),
      new Group("The platform on this machine", List.of("up", "status", "down", "replay", "land", "run")),
      new Group("The catalog", List.of("check", "render")),
      new Group("More", List.of("help")));

  private static final List<String> EXAMPLES = List.of(
      "./twinlane demo                           # everything, once, with the proof that both lanes agree",
      "./twinlane demo --data recordings --exit  # the same with recordings of your own",
      "./twinlane up --set kafka.port=19092      # the platform, to stay; another port for Kafka",
      "./twinlane replay ib frames.jsonl         # a recording of your own into the platform that runs",
      "./twinlane land eia stocks.json           # a file of a slow source into its lake; then: run bronze, run silver",
      "./twinlane status --json                  # what runs where, for a script",
      "./twinlane check                          # is the catalog in order?");

  private Overview() {
  }

  static String text(CommandLine command, Colours colours) {
    StringBuilder text = new StringBuilder(colours.strong("Twinlane") + ": live and slow market data through one platform.\n\n"
        + "Usage: ./twinlane VERB [OPTIONS]      (./twinlane VERB --help for its options)\n");
    for (Group group : GROUPS) {
      text.append("\n").append(colours.strong(group.title())).append("\n");
      group.verbs().stream().filter(command.getSubcommands()::containsKey).forEach(verb -> text.append(line(command, verb)));
    }
    text.append("\n").append(colours.strong("Examples")).append("\n");
    EXAMPLES.forEach(example -> text.append("  ").append(example).append("\n"));
    return text.append("\nEvery verb has --json. Exit codes: 0 done, 1 said no, 2 could not run. Settings: docs/configuration.md\n")
        .toString();
  }

  private static String line(CommandLine command, String verb) {
    String[] description = command.getSubcommands().get(verb).getCommandSpec().usageMessage().description();
    return String.format("  %-8s %s%n", verb, description[0]);
  }
}
