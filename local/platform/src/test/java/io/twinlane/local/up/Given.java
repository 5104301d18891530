package io.twinlane.local.up;

import io.twinlane.local.settings.PlatformConfig;
import io.twinlane.local.terminal.Progress;
import io.twinlane.local.terminal.Terminal;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Settings and progress as the tests here want them. */
final class Given {
  private static final List<String> ANY_PORTS =
      List.of("kafka.port=0", "clickhouse.port=0", "clickhouse.tcp-port=0", "redis.port=0", "flink.port=0");

  private Given() {
  }

  /** Settings with any free ports and the state in this folder; more assignments go before that. */
  static PlatformConfig config(Path folder, String... more) {
    List<String> assignments = Stream.of(ANY_PORTS.stream(), Stream.of("state.dir=" + folder), Arrays.stream(more)).flatMap(all -> all)
        .toList();
    return PlatformConfig.resolve(Path.of("."), Map.of(), Map.of(), assignments);
  }

  static Progress progress() {
    return Terminal.plain(System.out, System.out).progress();
  }
}
