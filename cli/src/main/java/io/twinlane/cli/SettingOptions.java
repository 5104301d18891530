package io.twinlane.cli;

import io.twinlane.local.settings.PlatformSettings;
import io.twinlane.local.settings.SettingResolver;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** The option that sets anything that docs/configuration.md lists. */
final class SettingOptions {
  @Option(names = "--set", paramLabel = "KEY=VALUE",
      description = "Set a key of docs/configuration.md, such as kafka.port=0; repeatable. Goes before TWINLANE_KAFKA_PORT and the like.")
  private List<String> assignments = new ArrayList<>();

  PlatformSettings resolve(Session session) {
    return resolve(session, Map.of());
  }

  /** @param standards standard values that differ for this verb, by key */
  PlatformSettings resolve(Session session, Map<String, String> standards) {
    return SettingResolver.resolve(session.root(), standards, session.environment(), assignments);
  }

  /** The same again as arguments for another process. */
  List<String> arguments() {
    return assignments.stream().flatMap(assignment -> List.of("--set", assignment).stream()).toList();
  }
}
