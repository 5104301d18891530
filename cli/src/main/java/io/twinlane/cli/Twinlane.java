package io.twinlane.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command itself: without a verb it shows the help. */
@Command(name = "twinlane", subcommands = {
    Demo.class, Test.class, Up.class, Status.class, Down.class, Replay.class, Land.class, Run.class, Check.class, Render.class,
    Help.class}, versionProvider = Version.class)
final class Twinlane implements Runnable {
  private final Session session;

  @Spec
  private CommandSpec spec;

  @Option(names = {"-h", "--help"}, usageHelp = true, description = "Show this help.")
  @SuppressWarnings("unused") // picocli asks for it
  private boolean help;

  @Option(names = {"-V", "--version"}, versionHelp = true, description = "Show the version.")
  @SuppressWarnings("unused") // picocli asks for it
  private boolean version;

  Twinlane(Session session) {
    this.session = session;
  }

  Session session() {
    return session;
  }

  @Override
  public void run() {
    session.terminal().out().print(spec.commandLine().getUsageMessage());
  }
}
