package io.twinlane.cli;

import io.twinlane.local.settings.PlatformConfig;
import io.twinlane.local.settings.PlatformOptions;
import io.twinlane.local.up.PlatformRefusal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** The option that sets anything that docs/configuration.md lists. */
final class SettingOptions {
  @Option(names = "--set", paramLabel = "KEY=VALUE",
      description = "Set a key of docs/configuration.md, such as kafka.port=0; repeatable. Goes before TWINLANE_KAFKA_PORT and the like.")
  private List<String> assignments = new ArrayList<>();

  PlatformConfig resolve(Session session) {
    return resolve(session, Map.of());
  }

  /** @param standards standard values that differ for this verb, by key */
  PlatformConfig resolve(Session session, Map<String, String> standards) {
    return PlatformConfig.resolve(session.root(), standards, session.environment(), assignments);
  }

  /** Sets the state folder, as an option of a verb does; beside one that is set by key it is refused. */
  void keep(Path folder) {
    String key = PlatformOptions.STATE_DIR.key();
    if (assignments.stream().anyMatch(assignment -> assignment.split("=", 2)[0].strip().equals(key))) {
      throw new PlatformRefusal("Cannot keep the stores in " + folder + ": " + key + " is set, too. Give --keep or --set " + key + ", not both.");
    }
    assignments.add(key + "=" + folder);
  }

  /** The same again as arguments for another process. */
  List<String> arguments() {
    return assignments.stream().flatMap(assignment -> List.of("--set", assignment).stream()).toList();
  }
}
