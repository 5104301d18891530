package io.twinlane.engines;

import java.nio.file.Path;

/**
 * What a ClickHouse server is started with.
 *
 * @param folder holds its data and its configuration
 * @param log the file that it logs to
 * @param httpPort 0 is any free one
 * @param tcpPort the native protocol's; 0 is any free one
 * @param outsideAccess whether whoever reaches it may read this machine's files and open connections through it: {@code file()},
 *     {@code url()}, {@code s3()} and their like
 */
public record ClickHouseSettings(Path folder, Path log, int httpPort, int tcpPort, boolean outsideAccess) {
  /** Closed to the outside, with its log in its folder. */
  public static ClickHouseSettings in(Path folder, int httpPort, int tcpPort) {
    return new ClickHouseSettings(folder, folder.resolve("clickhouse.log"), httpPort, tcpPort, false);
  }
}
