package io.twinlane.cli;

import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in one sentence what of the command line cannot be understood, and what can. */
final class BadInput implements IParameterExceptionHandler {
  private final Session session;

  BadInput(Session session) {
    this.session = session;
  }

  @Override
  public int handleParseException(ParameterException problem, String[] args) {
    return new Complaint(session, List.of(args).contains("--json")).tell(sentence(problem));
  }

  private static String sentence(ParameterException problem) {
    CommandLine command = problem.getCommandLine();
    boolean noVerb = command.getParent() == null;
    if (problem instanceof UnmatchedArgumentException unmatched) {
      String first = unmatched.getUnmatched().get(0);
      return noVerb && !first.startsWith("-")
          ? "Cannot run " + first + ": there is no such verb. Known: " + String.join(", ", command.getSubcommands().keySet()) + "."
          : cannot(command) + first + " is not understood. Known: " + known(command) + ".";
    }
    String cause = problem.getCause() == null ? "" : String.valueOf(problem.getCause().getMessage());
    return cause.startsWith("Cannot ") ? cause : cannot(command) + uncapitalized(problem.getMessage()) + ". Known: " + known(command) + ".";
  }

  private static String cannot(CommandLine command) {
    return "Cannot run " + command.getCommandName() + ": ";
  }

  private static String known(CommandLine command) {
    return command.getCommandSpec().options().stream().filter(option -> !option.hidden()).map(option -> option.longestName()).sorted()
        .collect(Collectors.joining(", "));
  }

  private static String uncapitalized(String text) {
    return text.isEmpty() ? text : Character.toLowerCase(text.charAt(0)) + text.substring(1);
  }
}
