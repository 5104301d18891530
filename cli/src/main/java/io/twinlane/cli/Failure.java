package io.twinlane.cli;

import io.twinlane.catalog.ManyProblems;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says in one sentence why a verb could not run. The stack trace goes to the log, which is named when nobody foresaw the failure. */
final class Failure implements IExecutionExceptionHandler {
  private final Session session;

  Failure(Session session) {
    this.session = session;
  }

  @Override
  public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
    LoggerFactory.getLogger(Failure.class).info("Cannot finish {}", command.getCommandName(), failure);
    if (isEnding()) {
      return ExitCode.COULD_NOT_RUN; // Ctrl-C takes the servers away under whoever waits for them: that is no news
    }
    boolean json = command.getCommand() instanceof Verb verb && verb.json();
    return new Complaint(session, json).tell(sentence(failure, command.getCommandName()),
        failure instanceof ManyProblems many ? many.problems() : List.of());
  }

  /** Whether this process is ending already: it takes no more shutdown hooks then. */
  private static boolean isEnding() {
    Thread hook = new Thread();
    try {
      Runtime.getRuntime().addShutdownHook(hook);
      return !Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      return true;
    }
  }

  private String sentence(Exception failure, String verb) {
    String message = String.valueOf(failure.getMessage());
    if (message.startsWith("Cannot ")) {
      return message;
    }
    Path log = Path.of(System.getProperty("log.file", "the log"));
    return "Cannot finish " + verb + ": " + reason(failure) + ". Details: "
        + (log.startsWith(session.root()) ? session.root().relativize(log) : log);
  }

  private static String reason(Throwable failure) {
    Throwable deepest = failure;
    while (deepest.getCause() != null && deepest.getCause() != deepest) {
      deepest = deepest.getCause();
    }
    String message = deepest.getMessage() == null ? "" : ": " + deepest.getMessage().lines().findFirst().orElse("");
    return deepest.getClass().getSimpleName() + message;
  }
}
