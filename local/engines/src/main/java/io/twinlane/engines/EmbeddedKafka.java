package io.twinlane.engines;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/** A real Kafka server, broker and KRaft controller in one, inside this JVM; its topics are kept in a folder. */
public final class EmbeddedKafka implements AutoCloseable {
  /** The setting that a message names when the port is taken. */
  public static final String PORT_KEY = "kafka.port";

  private final KafkaRaftServer server;
  private final int port;

  private EmbeddedKafka(KafkaRaftServer server, int port) {
    this.server = server;
    this.port = port;
  }

  /** Starts on 127.0.0.1, on the wished port or on any free one for 0; a folder that already holds topics is taken up again. */
  public static EmbeddedKafka start(Path dir, int port) {
    int claimed = Ports.claim("Kafka", port, PORT_KEY);
    Path folder = Folders.create("Kafka", dir);
    failInsteadOfEndingTheJvm();
    KafkaRaftServer server = null;
    try {
      format(folder);
      server = new KafkaRaftServer(new KafkaConfig(KafkaSettings.of(folder, claimed, Ports.free()), false), Time.SYSTEM);
      server.startup();
      return new EmbeddedKafka(server, claimed);
    } catch (Exception e) {
      if (server != null) {
        server.shutdown();
      }
      throw new CannotStart("Cannot start Kafka in " + folder + ": " + CannotStart.reason(e), e);
    }
  }

  public String bootstrapServers() {
    return Ports.HOST + ":" + port;
  }

  public int port() {
    return port;
  }

  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
  }

  private static void format(Path folder) throws Exception {
    if (Files.exists(folder.resolve("meta.properties"))) {
      return;
    }
    new Formatter()
        .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
        .setClusterId(Uuid.randomUuid().toString())
        .setNodeId(1)
        .setReleaseVersion(MetadataVersion.latestProduction())
        .setControllerListenerName("CONTROLLER")
        .addDirectory(folder.toString())
        .setMetadataLogDirectory(folder.toString())
        .setIgnoreFormatted(true)
        .run();
  }

  /** Kafka ends its process on a fatal fault; here the process is the whole platform, so the fault surfaces as an exception. */
  private static void failInsteadOfEndingTheJvm() {
    Exit.Procedure fail = (status, message) -> {
      throw new IllegalStateException("Kafka gave up with status " + status + (message == null ? "" : ": " + message));
    };
    Exit.setExitProcedure(fail);
    Exit.setHaltProcedure(fail);
  }
}
