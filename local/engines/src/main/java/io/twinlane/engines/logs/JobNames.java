package io.twinlane.engines.logs;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The names of the jobs that run in this JVM, by the id that Flink puts on what it logs for them. */
public final class JobNames {
  private static final Map<String, String> NAMES = new ConcurrentHashMap<>();

  private JobNames() {
  }

  /** Before the job logs its first line. */
  public static void put(Object id, String name) {
    NAMES.put(id.toString(), name);
  }

  /** The name, or null when no job of that id was submitted here. */
  static String of(String id) {
    return id == null ? null : NAMES.get(id);
  }
}
