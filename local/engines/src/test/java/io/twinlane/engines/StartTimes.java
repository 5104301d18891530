package io.twinlane.engines;

import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.flink.configuration.Configuration;

/** Starts each engine in turn and prints how long that took and what it holds in memory; run by hand. */
public final class StartTimes {
  private StartTimes() {
  }

  public static void main(String[] args) throws Exception {
    Path root = Files.createTempDirectory("start-times");
    long before = System.nanoTime();
    try (EmbeddedKafka kafka = EmbeddedKafka.start(root.resolve("kafka"), 0)) {
      before = told("kafka " + kafka.bootstrapServers() + ", this JVM", ProcessHandle.current().pid(), before);
      try (EmbeddedClickHouse clickHouse = EmbeddedClickHouse.start(ClickHouseSettings.in(root.resolve("clickhouse"), 0, 0), line -> System.out.println(line))) {
        before = told("clickhouse " + clickHouse.httpUrl(), clickHouse.pid(), before);
        try (EmbeddedRedis redis = EmbeddedRedis.start(root.resolve("redis"), 0)) {
          before = told("redis " + redis.port(), redis.pid(), before);
          try (EmbeddedFlink flink = EmbeddedFlink.start(new Configuration(), 0)) {
            before = told("flink " + flink.url() + ", this JVM", ProcessHandle.current().pid(), before);
          }
          before = told("flink closed, this JVM", ProcessHandle.current().pid(), before);
        }
        before = told("redis closed, this JVM", ProcessHandle.current().pid(), before);
      }
      before = told("clickhouse closed, this JVM", ProcessHandle.current().pid(), before);
    }
    told("kafka closed, this JVM", ProcessHandle.current().pid(), before);
    Folders.delete(root);
  }

  private static long told(String what, long pid, long before) throws Exception {
    long now = System.nanoTime();
    String memory = Files.readAllLines(Path.of("/proc", String.valueOf(pid), "status")).stream()
        .filter(line -> line.startsWith("VmRSS")).findFirst().orElse("");
    System.out.printf("%6d ms  %s  %s%n", (now - before) / 1_000_000, what, memory.replaceAll("\\s+", " "));
    return System.nanoTime();
  }
}
