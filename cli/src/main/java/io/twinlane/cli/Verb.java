package io.twinlane.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** What all verbs share. */
abstract class Verb implements Callable<Integer> {
  @ParentCommand
  private Twinlane twinlane;

  @Option(names = "--json", description = "Print one JSON document on stdout, and nothing else there.")
  private boolean json;

  @Option(names = {"-h", "--help"}, usageHelp = true, description = "Show this help.")
  @SuppressWarnings("unused") // picocli asks for it
  private boolean help;

  /** Does it, and gives the exit code. A message that begins with {@code Cannot} reaches the person as it is. */
  @Override
  public abstract Integer call() throws Exception;

  final Session session() {
    return twinlane.session();
  }

  final boolean json() {
    return json;
  }
}
