package io.twinlane.local.up;

import io.twinlane.engines.EmbeddedKafka;
import io.twinlane.kafka.KafkaOptions;
import io.twinlane.local.settings.PlatformConfig;
import io.twinlane.local.settings.PlatformOptions;
import org.apache.kafka.common.utils.AppInfoParser;

/** The platform's Kafka: ours in this process, or the one that the settings name. */
final class KafkaServer {
  static final String NAME = "kafka";

  private KafkaServer() {
  }

  static Server start(PlatformConfig config, StateFolder folder) {
    String outside = config.get(KafkaOptions.BOOTSTRAP_SERVERS);
    if (outside.isEmpty()) {
      EmbeddedKafka kafka = EmbeddedKafka.start(folder.resolve(NAME), config.get(PlatformOptions.KAFKA_PORT));
      return Server.ours(NAME, AppInfoParser.getVersion(), kafka.bootstrapServers(), ProcessHandle.current().pid(), kafka);
    }
    if (!Probe.kafka(outside)) {
      throw new PlatformRefusal("Cannot use " + KafkaOptions.BOOTSTRAP_SERVERS.key() + "=" + outside + ": nothing answers there.");
    }
    return Server.outside(NAME, "", outside);
  }
}
