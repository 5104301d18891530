package io.twinlane.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Sets picocli up: our help, our error voice, our exit codes. */
final class CommandLines {
  private CommandLines() {
  }

  static CommandLine of(Session session) {
    CommandLine command = new CommandLine(new Twinlane(session));
    command.setUsageHelpWidth(Math.max(80, Math.min(140, session.terminal().width())));
    command.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
    command.setOut(new PrintWriter(session.terminal().out(), true, StandardCharsets.UTF_8));
    command.setErr(new PrintWriter(session.terminal().err(), true, StandardCharsets.UTF_8));
    // the root's help alone: set on the command line, it would replace each verb's too
    command.getCommandSpec().usageMessage().sectionKeys(List.of("overview"));
    command.getCommandSpec().usageMessage().sectionMap().put("overview", help -> Overview.text(command, session.terminal().colours()));
    command.setParameterExceptionHandler(new BadInput(session));
    command.setExecutionStrategy(CommandLines::run);
    command.setExecutionExceptionHandler(new Failure(session));
    command.setExitCodeExceptionMapper(failure -> ExitCode.COULD_NOT_RUN);
    return command;
  }

  /** With --help picocli lets pass whatever else is on the line; a verb that does not exist is refused all the same. */
  private static int run(ParseResult parsed) {
    if (!parsed.unmatched().isEmpty()) {
      throw new UnmatchedArgumentException(parsed.commandSpec().commandLine(), parsed.unmatched());
    }
    return new CommandLine.RunLast().execute(parsed);
  }
}
