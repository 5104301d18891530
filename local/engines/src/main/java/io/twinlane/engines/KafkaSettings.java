package io.twinlane.engines;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The settings of a one-node broker and controller: small, quick to start, quick to come back on the same folder. */
final class KafkaSettings {
  private static final String SIXTEEN_MB = "16777216";

  private KafkaSettings() {
  }

  static Map<String, String> of(Path dir, int port, int controllerPort) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("log.dirs", dir.toString());
    listeners(settings, port, controllerPort);
    oneReplica(settings);
    records(settings);
    settings.put("auto.create.topics.enable", "false");
    settings.put("group.initial.rebalance.delay.ms", "0");
    settings.put("num.network.threads", "2");
    settings.put("num.io.threads", "2");
    settings.put("background.threads", "2");
    settings.put("controlled.shutdown.enable", "true");
    settings.put("broker.session.timeout.ms", "6000"); // a restart after a kill waits for it; a busy machine must not break it
    settings.put("broker.heartbeat.interval.ms", "500");
    return settings;
  }

  private static void listeners(Map<String, String> settings, int port, int controllerPort) {
    settings.put("process.roles", "broker,controller");
    settings.put("node.id", "1");
    settings.put("listeners", "PLAINTEXT://" + Ports.HOST + ":" + port + ",CONTROLLER://" + Ports.HOST + ":" + controllerPort);
    settings.put("advertised.listeners", "PLAINTEXT://" + Ports.HOST + ":" + port);
    settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
    settings.put("inter.broker.listener.name", "PLAINTEXT");
    settings.put("controller.listener.names", "CONTROLLER");
    settings.put("controller.quorum.voters", "1@" + Ports.HOST + ":" + controllerPort);
  }

  private static void oneReplica(Map<String, String> settings) {
    settings.put("offsets.topic.replication.factor", "1");
    settings.put("offsets.topic.num.partitions", "1");
    settings.put("transaction.state.log.replication.factor", "1");
    settings.put("transaction.state.log.min.isr", "1");
    settings.put("transaction.state.log.num.partitions", "1");
    settings.put("transaction.max.timeout.ms", "7200000"); // above the hour that Flink's exactly-once sink asks for
    settings.put("share.coordinator.state.topic.replication.factor", "1");
    settings.put("share.coordinator.state.topic.min.isr", "1");
    settings.put("share.coordinator.state.topic.num.partitions", "1");
  }

  private static void records(Map<String, String> settings) {
    settings.put("message.max.bytes", SIXTEEN_MB);
    settings.put("replica.fetch.max.bytes", SIXTEEN_MB);
    settings.put("log.retention.ms", "-1"); // replayed records carry old times; a topic's own retention decides
    settings.put("log.segment.bytes", "67108864");
    settings.put("log.index.size.max.bytes", "1048576");
    settings.put("log.cleaner.dedupe.buffer.size", "2097152");
  }
}
