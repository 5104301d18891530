package io.twinlane.engines;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Where ClickHouse's engine, libchdb.so, lies on this machine: the file that TWINLANE_CHDB_LIB names, else the one in the cache
 * folder (TWINLANE_CACHE, else ~/.cache/twinlane), fetched there once by npm.
 */
public final class ChdbLibrary {
  /** The engine's version, as npm knows it. */
  public static final String VERSION = "26.7.3-stable.1";

  static final String OTHERWISE = "set clickhouse.url to a server of your own.";

  private static final String PACKAGE = "@chdb/lib-linux-x64-gnu";

  private ChdbLibrary() {
  }

  /**
   * The library's path, after a fetch if need be.
   *
   * @param progress gets a line at least every 3 s while a fetch goes on
   */
  public static Path locate(Consumer<String> progress) {
    String named = setting("TWINLANE_CHDB_LIB");
    if (named != null) {
      return existing(Path.of(named));
    }
    requirePlatform(System.getProperty("os.name"), System.getProperty("os.arch"));
    return locate(cache(), System.getenv("PATH"), progress);
  }

  static Path locate(Path cache, String searchPath, Consumer<String> progress) {
    Path folder = cache.resolve("chdb-" + VERSION);
    Path library = folder.resolve("node_modules").resolve(PACKAGE).resolve("libchdb.so");
    if (!Files.exists(library)) {
      new ChdbFetch(searchPath, progress).into(folder, library);
    }
    return library;
  }

  static void requirePlatform(String os, String arch) {
    if (!os.equals("Linux") || !(arch.equals("amd64") || arch.equals("x86_64"))) {
      throw new CannotStart("Cannot fetch the ClickHouse engine: there is none for " + os + " on " + arch
          + ", only for Linux on amd64. On this machine " + OTHERWISE);
    }
  }

  static Path existing(Path named) {
    if (!Files.isRegularFile(named)) {
      throw new CannotStart("Cannot load the ClickHouse engine " + named
          + ": there is no such file. TWINLANE_CHDB_LIB must name a libchdb.so.");
    }
    return named.toAbsolutePath();
  }

  private static Path cache() {
    String named = setting("TWINLANE_CACHE");
    return named == null ? Path.of(System.getProperty("user.home"), ".cache", "twinlane") : Path.of(named).toAbsolutePath();
  }

  private static String setting(String name) {
    String value = System.getProperty(name, System.getenv(name));
    return value == null || value.isBlank() ? null : value;
  }
}
