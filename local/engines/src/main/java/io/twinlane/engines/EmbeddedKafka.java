package io.twinlane.engines;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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

  private static final Duration LAST_BREATH = Duration.ofSeconds(1); // of a server that has just been killed

  private final KafkaRaftServer server;
  private final ProcessLock lock;
  private final int port;

  private EmbeddedKafka(KafkaRaftServer server, ProcessLock lock, int port) {
    this.server = server;
    this.lock = lock;
    this.port = port;
  }

  /** Starts on 127.0.0.1, on the wished port or on any free one for 0; a folder that already holds topics is taken up again. */
  public static EmbeddedKafka start(Path dir, int port) {
    int claimed = Ports.claim("Kafka", port, PORT_KEY);
    Path folder = Folders.create("Kafka", dir);
    failInsteadOfEndingTheJvm();
    // Kafka's own lock comes late: until then a second server writes into the first one's metadata, and breaks it.
    ProcessLock lock = ProcessLock.take("Kafka", folder, LAST_BREATH);
    try {
      return new EmbeddedKafka(started(folder, claimed), lock, claimed);
    } catch (Exception e) {
      lock.close();
      throw new CannotStart("Cannot start Kafka in " + folder + ": " + CannotStart.reason(e), e);
    }
  }

  private static KafkaRaftServer started(Path folder, int port) throws Exception {
    format(folder);
    KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(KafkaSettings.of(folder, port, Ports.free()), false), Time.SYSTEM);
    try {
      server.startup();
      return server;
    } catch (RuntimeException e) {
      server.shutdown();
      throw e;
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
    lock.close();
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
