package io.twinlane.cli;

import io.twinlane.catalog.Nearest;
import io.twinlane.config.Secrets;
import java.util.Collection;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.OptionSpec;
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
    String sentence = sentence(problem);
    return new Complaint(session, List.of(args).contains("--json")).tell(Secrets.in(sentence)
        ? cannot(problem.getCommandLine()) + "an argument seems to hold a password, and is not repeated. Allowed is " + Secrets.ALLOWED + "."
        : sentence);
  }

  private static String sentence(ParameterException problem) {
    CommandLine command = problem.getCommandLine();
    boolean noVerb = command.getParent() == null;
    if (problem instanceof UnmatchedArgumentException unmatched) {
      String first = unmatched.getUnmatched().get(0);
      return noVerb && !first.startsWith("-")
          ? "Cannot run " + first + ": there is no such verb" + knownNames(first, command.getSubcommands().keySet())
          : cannot(command) + first + " is not understood" + knownNames(first, options(command));
    }
    String cause = problem.getCause() == null ? "" : String.valueOf(problem.getCause().getMessage());
    return cause.startsWith("Cannot ") ? cause : cannot(command) + uncapitalized(problem.getMessage()) + knownNames("", options(command));
  }

  private static String cannot(CommandLine command) {
    return "Cannot run " + command.getCommandName() + ": ";
  }

  /** The end of the sentence: what was probably meant, and all that there is. */
  private static String knownNames(String written, Collection<String> known) {
    return Nearest.find(written.split("=", 2)[0], known).map(meant -> "; did you mean " + meant + "?").orElse(".")
        + " Known: " + String.join(", ", known) + ".";
  }

  private static List<String> options(CommandLine command) {
    return command.getCommandSpec().options().stream().filter(option -> !option.hidden()).map(OptionSpec::longestName).sorted().toList();
  }

  private static String uncapitalized(String text) {
    return text.isEmpty() ? text : Character.toLowerCase(text.charAt(0)) + text.substring(1);
  }
}
