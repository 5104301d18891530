package io.twinlane.catalog.load;

import io.twinlane.catalog.Category;
import io.twinlane.catalog.Platform;
import java.nio.file.Path;
import java.time.Duration;

/** Reads platform.yaml. */
final class PlatformReader {
  private static final int MOST_BYTES = 256 << 20;
  private static final int LEAST_PARALLELISM = 2;
  private static final int MOST_PARALLELISM = 1 << 15;
  private static final Duration AN_HOUR = Duration.ofHours(1);

  private static final Duration LONGEST_TOLERANCE = Duration.ofDays(80_000);

  private PlatformReader() {}

  static Platform read(Path file, TopicsReader topics, Problems problems) {
    YamlNode root = YamlFile.open(file, problems).only("lake", "clickhouse", "kafka", "normalize", "flink", "redis");
    YamlNode lake = root.required("lake").only("bronze-namespace", "silver-namespace");
    YamlNode kafka = root.required("kafka").only("max-message-bytes", "topics");
    YamlNode normalize = root.required("normalize").only("max-record-bytes", "future-tolerance");
    int messageBytes = kafka.required("max-message-bytes").whole(1, MOST_BYTES);
    return new Platform(lake.required("bronze-namespace").snakeName(), lake.required("silver-namespace").snakeName(),
        root.required("clickhouse").only("database").required("database").snakeName(),
        topics.read(kafka.required("topics")), messageBytes,
        recordBytes(normalize.required("max-record-bytes"), messageBytes),
        futureTolerance(normalize.required("future-tolerance"), Category.FUTURE_TOLERANCE),
        root.required("redis").only("default-ttl").required("default-ttl").duration(AN_HOUR),
        root.required("flink").only("max-parallelism").required("max-parallelism").whole(LEAST_PARALLELISM, MOST_PARALLELISM));
  }

  /** How far ahead of its message a designated time may lie. */
  static Duration futureTolerance(YamlNode node, Duration fallback) {
    Duration tolerance = node.duration(fallback);
    if (tolerance.compareTo(LONGEST_TOLERANCE) > 0) {
      node.problem("future-tolerance " + node.text() + " is more than 80000d: no time beyond the year 2199 is read");
      return fallback;
    }
    return tolerance;
  }

  private static int recordBytes(YamlNode node, int messageBytes) {
    int bytes = node.whole(1, MOST_BYTES);
    if (bytes > messageBytes) {
      node.problem("max-record-bytes " + bytes + " is more than max-message-bytes " + messageBytes + ": such a record never arrives");
    }
    return bytes;
  }
}
