package io.twinlane.cli;

import io.twinlane.catalog.Source;
import io.twinlane.jobs.RunningMappings;
import io.twinlane.jobs.cluster.FlinkRest;
import io.twinlane.jobs.normalize.NormalizeJob;
import io.twinlane.kafka.KafkaConfig;
import io.twinlane.kafka.KafkaOptions;
import io.twinlane.local.RuleFigures;
import io.twinlane.local.settings.PlatformConfig;
import io.twinlane.local.up.Addresses;
import io.twinlane.local.up.PlatformRefusal;
import io.twinlane.local.up.PlatformState;
import io.twinlane.local.up.StateFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where a replay goes to: a Kafka, and the Flink beside it where a platform of ours runs on that Kafka. */
record ReplayTarget(KafkaConfig kafka, Optional<String> flink) {
  static ReplayTarget of(PlatformConfig config, Path recording) {
    StateFolder folder = StateFolder.of(config);
    Optional<Addresses> running = folder.running().map(PlatformState::addresses);
    if (config.has(KafkaOptions.BOOTSTRAP_SERVERS)) {
      String own = config.get(KafkaOptions.BOOTSTRAP_SERVERS);
      return new ReplayTarget(KafkaConfig.from(config.copy()), running.filter(known -> own.equals(known.kafka())).map(Addresses::flink));
    }
    Addresses known = running.orElseThrow(() -> new PlatformRefusal("Cannot replay " + recording + ": no platform runs in " + folder.shown()
        + ". Start one with ./twinlane up, or set kafka.bootstrap-servers."));
    return new ReplayTarget(KafkaConfig.from(config.copy()).at(known.kafka()), Optional.of(known.flink()));
  }

  /** How the source's normalize job has used its mapping since it began, as far as it has told; nothing where none runs. */
  List<RuleFigures> mapping(Source source) {
    try {
      return flink.isEmpty() ? List.of()
          : Optional.ofNullable(RunningMappings.of(new FlinkRest(flink.get())).get(source.name())).map(RuleFigures::of).orElse(List.of());
    } catch (IOException e) {
      return List.of(); // the figures are an aside: what became of the messages is known without Flink
    }
  }

  /** Why nobody can tell what will become of a source's messages; empty when their normalize job runs. */
  Optional<String> silence(Source source) {
    if (flink.isEmpty()) {
      return Optional.of("no platform of this state folder runs on " + kafka);
    }
    String job = NormalizeJob.name(source);
    try {
      boolean runs = new FlinkRest(flink.get()).jobs().stream().anyMatch(found -> found.name().equals(job) && found.state().equals("RUNNING"));
      return runs ? Optional.empty() : Optional.of("no job " + job + " runs");
    } catch (IOException e) {
      return Optional.of("Flink at " + flink.get() + " does not answer (" + e.getMessage() + ")");
    }
  }
}
