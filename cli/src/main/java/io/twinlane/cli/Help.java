package io.twinlane.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The help as a verb, for those who type it as one. */
@Command(name = "help", description = "Show this help, or that of a verb: help up.")
final class Help extends Verb {
  @Spec
  private CommandSpec spec;

  @Parameters(index = "0", arity = "0..1", paramLabel = "VERB", description = "The verb to explain; unless given all of them, in a line each.")
  private String verb;

  @Override
  public Integer call() {
    CommandLine twinlane = spec.parent().commandLine();
    CommandLine explained = verb == null ? twinlane : twinlane.getSubcommands().get(verb);
    if (explained == null) {
      throw new UnmatchedArgumentException(twinlane, List.of(verb));
    }
    session().terminal().out().print(explained.getUsageMessage());
    return ExitCode.DONE;
  }
}
